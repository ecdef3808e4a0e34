import type { DueNotice } from './due-notices.ts'
import type { MailSettings } from './mail-settings.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  /** The same for the same news, so that a mailbox keeps one when a crash had it sent twice. */
  messageId: string
}

type Words = Pick<DueNotice, 'branchName' | 'count'> & { by: string; month: string }

const what: Record<DueNotice['kind'], { vi: (of: Words) => string; en: (of: Words) => string }> = {
  mention: {
    vi: ({ by, month, branchName }) =>
      `${by} nhắc đến đồng chí trong một góp ý về kế hoạch tháng ${month} của ${branchName}.`,
    en: ({ by, month, branchName }) =>
      `${by} mentioned you in a comment on the plan of ${branchName} for ${month}.`,
  },
  assigned: {
    vi: ({ month, branchName }) =>
      `Đồng chí có phân công mới trong kế hoạch tháng ${month} của ${branchName}.`,
    en: ({ month, branchName }) =>
      `You have a new assignment in the plan of ${branchName} for ${month}.`,
  },
  signOff: {
    vi: ({ by, month, branchName }) =>
      `${by} mời đồng chí xem và cho ý kiến về kế hoạch tháng ${month} của ${branchName} trước khi chốt.`,
    en: ({ by, month, branchName }) =>
      `${by} asks you to look at the plan of ${branchName} for ${month} before it is made final.`,
  },
  digest: {
    vi: ({ count, month, branchName }) =>
      `Có ${count} góp ý, đề nghị mới về kế hoạch tháng ${month} của ${branchName}.`,
    en: ({ count, month, branchName }) =>
      `${count} new comments or proposals on the plan of ${branchName} for ${month}.`,
  },
}

/**
 * A notice as a message: that something is there and where, never what it says. Mail is read by more machines than
 * ours; names of households and words about the work stay behind the sign-in.
 */
export function writeMail(notice: DueNotice, { address, from }: MailSettings): Mail {
  const [year, month] = notice.month.split('-')
  const words = { ...notice, by: notice.byName ?? '…', month: `${month}/${year}` }
  const vi = what[notice.kind].vi(words)
  const text = [
    `Kính gửi đồng chí ${notice.personName},`,
    vi,
    `Mở xem: ${address}${pathTo(notice)}`,
    what[notice.kind].en(words),
    'Thư tự động, xin không trả lời. Thôi nhận thư: bỏ địa chỉ thư ở trang Tài khoản' +
      ` (${address}/account).`,
  ]
  return {
    to: notice.email,
    subject: vi.replace(/\.$/, ''),
    text: `${text.join('\n\n')}\n`,
    messageId: `<${notice.id}.${Math.round(notice.changedAt)}@${hostOf(from)}>`,
  }
}

function pathTo({ kind, branchId, month, threadId, isEditor }: DueNotice): string {
  if (kind === 'signOff') return `/${branchId}/${month}/finalise`
  if (isEditor) return `/${branchId}/${month}/plan${threadId ? `?thread=${threadId}` : ''}`
  return `/my/${branchId}/${month}${threadId ? `/threads/${threadId}` : ''}`
}

function hostOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost'
}
