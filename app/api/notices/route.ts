import { noticesFor } from '#server/data/advice/notices.ts'
import { answerJson } from '#server/data/answer-json.ts'

/** The asker's notices (NoticeView[]), the unread first. They are read by an act of kind `read`. */
export function GET(): Promise<Response> {
  return answerJson(noticesFor)
}
