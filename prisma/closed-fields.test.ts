import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What may be known of a household and of a member: the README's list, column by column. */
const closed = {
  Household:
    'id communeId code headName hamletId groupId people status statusYear supportNeed retiredAt hamlet group',
  Member:
    'id communeId branchId code fullName sortName hamletId standing office field reason reasonUntil listedReason strengths maxGroups retiredAt branch hamlet people',
}

const schema = readFileSync(new URL('schema.prisma', import.meta.url), 'utf8')

function fieldsOf(model: string): string[] {
  const body = new RegExp(`^model ${model} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(schema)?.[1] ?? ''
  return body.split('\n').flatMap((line) => /^ {2}([a-zA-Z]\w*) +\S/.exec(line)?.[1] ?? [])
}

it.each(Object.entries(closed))(
  '[P5] a %s has the columns of the closed list and no other',
  (model, list) => {
    expect(fieldsOf(model).sort()).toEqual(list.split(' ').sort())
  },
)
