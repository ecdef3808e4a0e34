import type { CommentView } from '#domain/advice/advice-view.ts'
import { type BodyPiece, splitMentions } from '#domain/advice/mention-text.ts'

/** A comment's words as plain text: nothing in them is a link or a mark-up, names behind @ stand out. */
export function CommentBody({ comment }: { comment: Pick<CommentView, 'body' | 'mentions'> }) {
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]" dir="auto">
      {placed(splitMentions(comment.body, comment.mentions)).map(({ at, text, mention }) =>
        mention === null ? (
          <span key={at}>{text}</span>
        ) : (
          <b className="text-accent-ink" key={at}>
            {text}
          </b>
        ),
      )}
    </p>
  )
}

/** Each piece with where it begins, which is what tells it from the others. */
function placed(pieces: readonly BodyPiece[]): (BodyPiece & { at: number })[] {
  let at = 0
  return pieces.map((piece) => {
    const begins = at
    at += piece.text.length
    return { ...piece, at: begins }
  })
}
