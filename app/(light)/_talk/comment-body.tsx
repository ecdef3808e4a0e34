import type { ShownComment } from '#app/_advice/lay-unsent.ts'
import { splitMentions } from '#domain/advice/mention-text.ts'

/** The words of a comment as they were typed, nothing in them is a link or a tag; names that were called stand out. */
export function CommentBody({ comment }: { comment: Pick<ShownComment, 'body' | 'mentions'> }) {
  let at = 0
  const pieces = splitMentions(comment.body, comment.mentions).map((piece) => {
    at += piece.text.length
    return { ...piece, at }
  })
  return (
    <p className="whitespace-pre-wrap leading-body [overflow-wrap:anywhere]">
      {pieces.map(({ text, mention, at: end }) =>
        mention === null ? (
          text
        ) : (
          <b className="text-accent-ink" key={end}>
            {text}
          </b>
        ),
      )}
    </p>
  )
}
