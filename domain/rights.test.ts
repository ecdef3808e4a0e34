import { describe, expect, it } from 'vitest'
import { type Action, actions, can, type Grant, hasLightHome, planRight } from './rights.ts'
import { type RoleName, roleNames } from './vocabulary.ts'

const here = { unitId: 'branch', above: ['committee', 'commune'] }
const commune = { unitId: 'commune', above: [] }

/** The table of who may do what, written a second time by hand; x may. */
const table = `
action            office secretary deputy committee cadre member
plan.view         x      x         x      x         x     x
plan.comment      x      x         x      x         x     -
plan.edit         -      x         x      x         -     -
plan.finalise     -      x         x      -         -     -
plan.reopen       -      x         -      -         -     -
task.reportOwn    -      -         -      -         -     x
reason.set        -      x         x      x         -     -
household.viewAll x      x         x      x         -     -
household.viewOwn -      -         -      -         -     x
branch.people     x      x         -      -         -     -
commune.people    x      -         -      -         -     -
roster.import     x      -         -      -         -     -
commune.settings  x      -         -      -         -     -
`
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
const roles = head.slice(1) as RoleName[]

function grant(role: RoleName, unitId: string): Grant[] {
  return [{ role, unitId }]
}

it('[R1] the table names every role and every action', () => {
  expect([...roles].sort()).toEqual([...roleNames].sort())
  expect(rows.map(([action]) => action).sort()).toEqual([...actions].sort())
})

describe.each(rows)('[R1] %s', (action = '', ...marks) => {
  it.each(roles.map((role, at) => [role, marks[at] === 'x'] as const))('%s: %s', (role, may) => {
    expect(can(grant(role, 'branch'), action as Action, here)).toBe(may)
  })

  it.each(roles)('[R2] %s of another branch may not', (role) => {
    expect(can(grant(role, 'elsewhere'), action as Action, here)).toBe(false)
  })

  it.each(roles)('[R3] %s of a unit above: the office only', (role) => {
    const may = role === 'office' && can(grant('office', 'branch'), action as Action, here)
    expect(can(grant(role, 'commune'), action as Action, here)).toBe(may)
    expect(can(grant(role, 'committee'), action as Action, here)).toBe(may)
  })

  it.each(roles)('[R3] %s of a branch has nothing to say in the commune', (role) => {
    expect(can(grant(role, 'branch'), action as Action, commune)).toBe(false)
  })

  it('[R2] nobody without a role may', () => {
    expect(can([], action as Action, here)).toBe(false)
  })
})

it.each([
  ['office', 'comment'],
  ['secretary', 'finalise'],
  ['deputy', 'finalise'],
  ['committee', 'edit'],
  ['cadre', 'comment'],
  ['member', 'view'],
] as const)('[R4] the strongest right of %s on a plan is %s', (role, right) => {
  expect(planRight(grant(role, 'branch'), here)).toBe(right)
  expect(planRight(grant(role, 'elsewhere'), here)).toBe(null)
})

it('[R4] several roles add up', () => {
  const both = [...grant('member', 'branch'), ...grant('committee', 'branch')]
  expect(planRight(both, here)).toBe('edit')
  expect(can(both, 'household.viewOwn', here)).toBe(true)
})

describe('the way home', () => {
  it('[Q40] leads cadres and members to the light pages, and nobody who may do more', () => {
    const home = (...roles: RoleName[]) =>
      hasLightHome(roles.map((role) => ({ role, unitId: 'branch' })))
    expect(roleNames.filter((role) => home(role))).toEqual(['cadre', 'member'])
    expect(home('cadre', 'member')).toBe(true)
    expect(home('cadre', 'secretary')).toBe(false)
    expect(home()).toBe(false)
  })
})
