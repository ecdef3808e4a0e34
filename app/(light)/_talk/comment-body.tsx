import type { ShownComment } from '#app/_advice/lay-unsent.ts'

/** The words of a comment as they were typed, nothing in them is a link or a tag; names that were called stand out. */
export function CommentBody({ comment }: { comment: Pick<ShownComment, 'body' | 'mentions'> }) {
  return (
    <p className="whitespace-pre-wrap leading-body [overflow-wrap:anywhere]">
      {piecesOf(comment).map(({ text, isMention, from }) =>
        isMention ? (
          <b className="text-accent-ink" key={from}>
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  )
}

interface Piece {
  text: string
  isMention: boolean
  from: number
}

function piecesOf({ body, mentions }: Pick<ShownComment, 'body' | 'mentions'>): Piece[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length)
  const pieces: Piece[] = []
  let from = 0
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const name = names.find((each) => body.startsWith(each, at))
    if (!name) continue
    if (at > from) pieces.push({ text: body.slice(from, at), isMention: false, from })
    pieces.push({ text: name, isMention: true, from: at })
    from = at + name.length
    at = from - 1
  }
  if (from < body.length) pieces.push({ text: body.slice(from), isMention: false, from })
  return pieces
}
