import type { ErrorCode } from './errors.ts'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * Two sentences per code, Vietnamese first. A bracket holds one name in braces, filled from the error's
 * details, and whatever is only said when that value is known.
 */
const texts: Readonly<Record<ErrorCode, Readonly<Record<Language, string>>>> = {
  badMonth: {
    vi: 'Tháng[ “{month}”] không đúng. Hãy ghi năm và tháng, ví dụ 2026-12.',
    en: 'The month[ “{month}”] is not valid. Write year and month, for example 2026-12.',
  },
  badRoomName: {
    vi: 'Không có bảng kế hoạch này[: “{room}”].',
    en: 'There is no such plan board[: “{room}”].',
  },
  badInput: {
    vi: 'Nội dung gửi lên không đúng[ ở mục “{field}”]. Chưa có gì thay đổi.',
    en: 'What was sent is not valid[ at “{field}”]. Nothing was changed.',
  },
  unknownMember: {
    vi: 'Không thấy đảng viên này trong danh sách của chi bộ.',
    en: 'This member is not on the branch’s list.',
  },
  unknownGroup: {
    vi: 'Không thấy nhóm hộ này trong danh sách của chi bộ.',
    en: 'This household group is not on the branch’s list.',
  },
  unknownHamlet: {
    vi: 'Không thấy thôn, bản này trong danh sách của xã.',
    en: 'This hamlet is not on the commune’s list.',
  },
  unknownTask: {
    vi: 'Việc này không có trong kế hoạch tháng.',
    en: 'This task is not in the month’s plan.',
  },
  unknownUnit: {
    vi: 'Không thấy đơn vị này.',
    en: 'This unit does not exist.',
  },
  unknownPerson: {
    vi: 'Không thấy người dùng này.',
    en: 'This person does not exist.',
  },
  notByField: {
    vi: 'Đồng chí này không làm việc theo lĩnh vực; hãy phân công một nhóm hộ.',
    en: 'This member does not work by field; assign a household group instead.',
  },
  notAssignable: {
    vi: 'Chưa thể phân công đồng chí này vào đây.',
    en: 'This member cannot be assigned here.',
  },
  alreadyAssigned: {
    vi: 'Đồng chí này đang phụ trách nơi đó rồi.',
    en: 'This member is already in charge there.',
  },
  notAssigned: {
    vi: 'Đồng chí này không còn phụ trách nơi đó.',
    en: 'This member is no longer in charge there.',
  },
  tooManyPlaces: {
    vi: 'Đồng chí này đã phụ trách quá nhiều nơi[; mỗi tháng nhiều nhất {most} nơi].',
    en: 'This member holds too many places[; at most {most} in a month].',
  },
  titleTooLong: {
    vi: 'Nội dung việc dài quá.[ Nhiều nhất là {most} ký tự.]',
    en: 'The task’s content is too long.[ At most {most} characters.]',
  },
  textTooLong: {
    vi: 'Đoạn văn dài quá.[ Nhiều nhất là {most} ký tự.]',
    en: 'The text is too long.[ At most {most} characters.]',
  },
  tooManyTasks: {
    vi: 'Kế hoạch đã có quá nhiều việc, không thêm được nữa[; nhiều nhất là {most} việc].',
    en: 'The plan has too many tasks to take another[; at most {most}].',
  },
  signInRequired: {
    vi: 'Hãy đăng nhập để tiếp tục.',
    en: 'Sign in to continue.',
  },
  wrongPassword: {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is wrong.',
  },
  tooManyAttempts: {
    vi: 'Đã thử quá nhiều lần. Hãy đợi[ {minutes} phút] rồi thử lại.',
    en: 'Too many attempts. Wait[ {minutes} min] and try again.',
  },
  noRight: {
    vi: 'Đồng chí không có quyền làm việc này.',
    en: 'You do not have the right to do this.',
  },
  passwordTooShort: {
    vi: 'Mật khẩu ngắn quá.[ Ít nhất là {least} ký tự.]',
    en: 'The password is too short.[ At least {least} characters.]',
  },
  passwordTooCommon: {
    vi: 'Mật khẩu này dễ đoán quá. Hãy chọn mật khẩu khác.',
    en: 'This password is too easy to guess. Choose another one.',
  },
  passwordTooLong: {
    vi: 'Mật khẩu dài quá.[ Nhiều nhất là {most} ký tự.]',
    en: 'The password is too long.[ At most {most} characters.]',
  },
  passwordsDiffer: {
    vi: 'Hai lần nhập mật khẩu mới không giống nhau.',
    en: 'The two entries of the new password differ.',
  },
  serverBusy: {
    vi: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    en: 'The server is busy. Try again in a few minutes.',
  },
  passwordUnchanged: {
    vi: 'Mật khẩu mới phải khác mật khẩu cũ.',
    en: 'The new password must differ from the old one.',
  },
  usernameTaken: {
    vi: 'Tên đăng nhập[ “{username}”] đã có người dùng.',
    en: 'The user name[ “{username}”] is taken.',
  },
  badEmail: {
    vi: 'Đây không phải một địa chỉ thư điện tử.',
    en: 'This is no e-mail address.',
  },
  badUsername: {
    vi: 'Tên đăng nhập gồm 3 đến 32 chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.',
    en: 'A user name has 3 to 32 plain small letters, digits, dots, hyphens, underscores.',
  },
  noSuchPlan: {
    vi: 'Kế hoạch này chưa được mở, hoặc không còn.',
    en: 'This plan has not been opened yet, or is gone.',
  },
  planFinalised: {
    vi: 'Kế hoạch tháng này đã chốt, không sửa được nữa.',
    en: 'This month’s plan is finalised and can no longer be changed.',
  },
  planTooLarge: {
    vi: 'Kế hoạch đã quá lớn, không nhận thêm được.',
    en: 'The plan has grown too large to take more.',
  },
  rosterRefused: {
    vi: 'Danh sách có chỗ không nhận được[: {count} chỗ]. Chưa có gì thay đổi.',
    en: 'The list was refused[: {count} faults]. Nothing was changed.',
  },
  fileTooLarge: {
    vi: 'Tệp[ “{file}”] lớn quá.[ Nhiều nhất là {limitMb} MB.]',
    en: 'The file[ “{file}”] is too large.[ At most {limitMb} MB.]',
  },
  fileUnreadable: {
    vi: 'Không đọc được tệp[ “{file}”].',
    en: 'The file[ “{file}”] cannot be read.',
  },
  wrongHeader: {
    vi: 'Dòng tiêu đề của tệp[ “{file}”] không đúng.[ Thiếu cột: {missing}.][ Cột lạ: {unknown}.][ Cột viết hai lần: {twice}.]',
    en: 'The header of the file[ “{file}”] is wrong.[ Missing columns: {missing}.][ Unknown columns: {unknown}.][ Columns written twice: {twice}.]',
  },
  portTaken: {
    vi: 'Cổng[ {port}] đang có chương trình khác dùng. Hãy đặt PORT khác.',
    en: 'The port[ {port}] is in use by another program. Set another PORT.',
  },
  diskFull: {
    vi: 'Ổ đĩa đã đầy. Hãy dọn chỗ trống rồi thử lại; những gì đã lưu vẫn còn.',
    en: 'The disk is full. Make room and try again; what was saved is still there.',
  },
  databaseSilent: {
    vi: 'Cơ sở dữ liệu không trả lời. Những gì chưa lưu vẫn giữ trên máy này.',
    en: 'The database does not answer. What is not saved yet stays on this device.',
  },
  browserMissing: {
    vi: 'Không thấy trình duyệt để chạy phép thử. Hãy cài chromium.',
    en: 'No browser was found to run the tests. Install chromium.',
  },
  foreignOrigin: {
    vi: 'Yêu cầu đến từ một trang khác nên không được nhận.',
    en: 'The request came from another site and was refused.',
  },
  foreignHost: {
    vi: 'Địa chỉ máy chủ trong yêu cầu không đúng.',
    en: 'The host name in the request is not ours.',
  },
  bodyTooLarge: {
    vi: 'Nội dung gửi lên lớn quá nên không được nhận.',
    en: 'What was sent is too large and was refused.',
  },
  unknownAdvice: {
    vi: 'Không thấy góp ý hay báo cáo này; có thể đã bị xoá.',
    en: 'This comment or report is not there; it may have been deleted.',
  },
  nothingSaid: {
    vi: 'Góp ý chưa có nội dung. Hãy viết vài chữ rồi gửi.',
    en: 'The comment is empty. Write a few words, then send it.',
  },
  tooManyMentions: {
    vi: 'Một góp ý nhắc quá nhiều người[; nhiều nhất là {most} người].',
    en: 'A comment mentions too many people[; at most {most}].',
  },
  tooManyThreads: {
    vi: 'Kế hoạch này đã có quá nhiều góp ý[; nhiều nhất là {most}]. Hãy trả lời vào góp ý đã có.',
    en: 'This plan has too many threads[; at most {most}]. Answer in one that is there.',
  },
  threadFull: {
    vi: 'Góp ý này đã có quá nhiều câu trả lời[; nhiều nhất là {most}]. Hãy mở góp ý mới.',
    en: 'This thread has too many answers[; at most {most}]. Begin a new one.',
  },
  alreadySettled: {
    vi: 'Đã có người xử lý việc này trước. Chưa có gì thay đổi.',
    en: 'Somebody else has settled this already. Nothing was changed.',
  },
  notOwnTask: {
    vi: 'Việc này không giao cho đồng chí nên không báo kết quả được.',
    en: 'This task is not yours, so you cannot report on it.',
  },
  tooFast: {
    vi: 'Gửi nhanh quá. Những gì còn lại sẽ được gửi sau một phút.',
    en: 'That was too fast. What is left will be sent in a minute.',
  },
  contentChanged: {
    vi: 'Nội dung vừa thay đổi. Hãy xem lại rồi làm lại.',
    en: 'The content has just changed. Look at it again, then try once more.',
  },
  notReady: {
    vi: 'Chưa chốt được. Còn mục phải làm xong hoặc ghi lý do[: {count} mục].',
    en: 'Not ready to be final. Some matters still have to be settled or explained[: {count}].',
  },
  confirmPassword: {
    vi: 'Hãy nhập lại mật khẩu để xác nhận đúng là đồng chí.',
    en: 'Enter your password again to confirm that it is you.',
  },
  alreadyFinalised: {
    vi: 'Tháng này đã được chốt.',
    en: 'This month is final already.',
  },
  notFinalised: {
    vi: 'Tháng này chưa chốt.',
    en: 'This month is not final.',
  },
  newerRecord: {
    vi: 'Đã có lần chốt mới hơn. Hãy tải lại trang.',
    en: 'There is a newer version. Load the page again.',
  },
  unknownRecord: {
    vi: 'Không tìm thấy bản chốt này.',
    en: 'There is no such record.',
  },
  unknownLateEdit: {
    vi: 'Không tìm thấy thay đổi đến muộn này.',
    en: 'There is no such late change.',
  },
  meetingIncomplete: {
    vi: 'Hãy ghi đủ ngày họp, số có mặt và kết quả biểu quyết.',
    en: 'Fill in the day of the meeting, who was present and the vote.',
  },
  alreadyInvited: {
    vi: 'Đã mời đồng chí ấy xem bản này rồi[, lúc {time}][ ngày {day}].',
    en: 'They were already asked to look at this version[, at {time}][ on {day}].',
  },
  alreadyAgreed: {
    vi: 'Đồng chí ấy đã đồng ý bản này rồi.',
    en: 'They agree to this version already.',
  },
}

/** The sentence that a person reads. A bracket whose value is missing or empty is left out. */
export function errorText(
  code: ErrorCode,
  language: Language,
  details: Readonly<Record<string, string | number>> = {},
): string {
  return texts[code][language].replace(
    optional,
    (_whole, before: string, name: string, after: string) => {
      const value = Object.hasOwn(details, name) ? details[name] : undefined
      return value === undefined || value === '' ? '' : `${before}${value}${after}`
    },
  )
}

const optional = /\[([^\]{]*)\{(\w+)\}([^\]]*)\]/gu
