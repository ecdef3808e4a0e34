import type { RoleName } from '#domain/vocabulary.ts'
import type { Browser } from './browser.ts'
import { storeMoods } from './store.ts'
import type { World } from './world.ts'

/** How often each kind of step comes, against the others. */
const weights = {
  edit: 30,
  burst: 6,
  undo: 3,
  open: 4,
  crashBrowser: 2,
  reload: 1,
  offline: 3,
  online: 5,
  cut: 4,
  stall: 3,
  switchNode: 2,
  crashNode: 1.5,
  stopNode: 0.7,
  startNode: 4,
  storeMood: 3,
  storeCalm: 3,
  hold: 2,
  damageSnapshot: 0.5,
  snapshot: 2,
  notices: 2,
  role: 1.5,
  endSession: 0.8,
  expireSession: 0.5,
  disable: 0.5,
  enable: 2,
  newPassword: 0.3,
  finalise: 0.6,
  reopen: 2,
  poll: 2,
  forge: 8,
  wait: 4,
} as const
type StepKind = keyof typeof weights
export const stepKinds = Object.keys(weights)

/** Does the next random step; returns it in words, for whoever replays the seed. */
export function takeStep(world: World): string {
  const kind = world.chance.weighted(weights)
  const said = acts[kind](world)
  world.tally.count(said === null ? `step: ${kind} (nothing to do)` : `step: ${kind}`)
  return said === null ? `${kind}: nothing to do` : `${kind}: ${said}`
}

/** One of the browsers that this holds for, by name and all. */
function one(world: World, which: (browser: Browser) => boolean): Browser | undefined {
  return world.chance.pick(world.browsers.filter(which))
}

function node(world: World, isUp: boolean) {
  const at = world.chance.int(world.nodes.length)
  const found = world.nodes[at]
  return found && (found.node !== null) === isUp ? { at, found } : null
}

type Act = (world: World) => string | null

const people = {
  edit: (world) => {
    const browser = one(world, ({ mayEdit }) => mayEdit)
    const deed = browser?.edit(world.chance)
    if (deed) world.tally.count(`deed: ${deed}`)
    return browser && deed ? `${browser.name} ${deed}` : null
  },
  burst: (world) => {
    const browser = one(world, ({ mayEdit }) => mayEdit)
    if (!browser) return null
    const wanted = world.chance.between(3, 15)
    let done = 0
    for (let n = 0; n < wanted; n += 1) if (browser.edit(world.chance)) done += 1
    return `${browser.name} ${done} times`
  },
  undo: (world) => {
    const browser = one(world, ({ mayEdit }) => mayEdit)
    return browser?.undo() ? browser.name : null
  },
  open: (world) => {
    const browser = one(world, ({ isHere }) => !isHere)
    browser?.openPage()
    return browser?.name ?? null
  },
  crashBrowser: (world) => {
    const browser = one(world, ({ isHere }) => isHere)
    browser?.crash()
    return browser?.name ?? null
  },
  reload: (world) => {
    const browser = one(world, ({ isHere }) => isHere)
    browser?.reload()
    return browser?.name ?? null
  },
  offline: (world) => {
    const browser = one(world, ({ isOnline }) => isOnline)
    browser?.goOffline()
    return browser?.name ?? null
  },
  online: (world) => {
    const browser = one(world, ({ isOnline }) => !isOnline)
    if (browser) browser.isOnline = true
    return browser?.name ?? null
  },
  switchNode: (world) => {
    const browser = one(world, ({ line }) => line !== null)
    browser?.switchNode(world.nodes.length)
    return browser?.name ?? null
  },
} satisfies Partial<Record<StepKind, Act>>

const troubles = {
  cut: (world) => {
    const browser = one(world, ({ line }) => line !== null && !line.isCut)
    // Now and then nothing tells the browser, and it finds out by the silence alone.
    const known = world.chance.is(0.15) ? 60_000 : world.chance.int(8_000)
    browser?.line?.cut(known, world.chance.int(30_000))
    return browser?.name ?? null
  },
  stall: (world) => {
    const browser = one(world, ({ line }) => line !== null)
    const ms = world.chance.between(200, 15_000)
    if (world.chance.is(0.6)) browser?.line?.stallToClient(ms)
    else browser?.line?.stallToServer(ms)
    return browser ? `${browser.name} for ${ms} ms` : null
  },
  crashNode: (world) => {
    const up = node(world, true)
    up?.found.crash()
    return up && `node ${up.at}`
  },
  stopNode: (world) => {
    const up = node(world, true)
    up?.found.stop()
    return up && `node ${up.at}`
  },
  startNode: (world) => {
    const down = node(world, false)
    down?.found.start()
    return down && `node ${down.at}`
  },
  storeMood: (world) => {
    world.store.mood = world.chance.pick(storeMoods) ?? 'calm'
    world.tally.count(`store mood: ${world.store.mood}`)
    return world.store.mood
  },
  storeCalm: (world) => {
    if (world.store.mood === 'calm') return null
    world.store.mood = 'calm'
    return 'calm'
  },
  hold: (world) => {
    if (!world.plan) return null
    const ms = world.chance.between(10, 1_500)
    world.clock.after(ms, world.store.log.hold(world.plan.planId))
    return `the plan's row for ${ms} ms`
  },
  damageSnapshot: ({ plan }) => {
    const [newest, ...older] = plan?.snapshots ?? []
    if (!plan || !newest) return null
    plan.snapshots = [{ ...newest, state: newest.state.slice(1) }, ...older]
    return `at ${newest.seq}`
  },
  snapshot: (world) => {
    const { plan } = world
    if (!plan) return null
    void world.store.log.snapshot(plan.planId).then((isTaken) => {
      if (isTaken) world.tally.count('snapshot taken by hand')
    })
    return 'taken'
  },
  notices: (world) => {
    world.notices = world.chance.pick(['prompt', 'late', 'lossy', 'off'] as const) ?? 'prompt'
    return world.notices
  },
} satisfies Partial<Record<StepKind, Act>>

const offices = {
  role: (world) => {
    const person = world.chance.pick(world.people)
    const role: RoleName | null = world.chance.pick(['committee', 'member', 'cadre', null]) ?? null
    if (person) world.store.people.setRole(person.personId, world.branchId, role)
    return person ? `${world.store.people.nameOf(person.personId)} becomes ${role}` : null
  },
  endSession: (world) => {
    const person = world.chance.pick(world.people)
    const sessionId = person && world.sessionOf(person.personId)
    if (!person || !sessionId) return null
    world.store.people.endSession(sessionId)
    return world.store.people.nameOf(person.personId)
  },
  expireSession: (world) => {
    const person = world.chance.pick(world.people)
    const sessionId = person && world.sessionOf(person.personId)
    if (!person || !sessionId) return null
    world.store.people.setExpiry(sessionId, world.clock.now() + world.chance.int(2_000))
    return world.store.people.nameOf(person.personId)
  },
  disable: (world) => {
    const person = world.chance.pick(world.people)
    if (person) world.store.people.setDisabled(person.personId, true)
    return person ? world.store.people.nameOf(person.personId) : null
  },
  enable: (world) => {
    giveBack(world)
    return 'everyone'
  },
  newPassword: (world) => {
    const person = world.chance.pick(world.people)
    if (person) world.store.people.setMustChangePassword(person.personId, true)
    return person ? world.store.people.nameOf(person.personId) : null
  },
  finalise: (world) => {
    if (world.plan?.status !== 'drafting') return null
    world.setStatus(true)
    return `epoch ${world.plan.epoch}`
  },
  reopen: (world) => {
    if (world.plan?.status !== 'finalised') return null
    world.setStatus(false)
    return `epoch ${world.plan.epoch}`
  },
  poll: (world) => {
    for (const host of world.nodes) host.node?.ask()
    return 'both nodes'
  },
  forge: (world) => {
    const forgery = world.forger.act()
    world.tally.count(`forgery: ${forgery}`)
    return forgery
  },
  // Time passes after every step; here it is long.
  wait: () => 'long',
} satisfies Partial<Record<StepKind, Act>>

const acts: Record<StepKind, Act> = { ...people, ...troubles, ...offices }

/** Everyone may sign in again. Roles stay as they are. */
export function giveBack(world: World): void {
  for (const { personId } of world.people) {
    world.store.people.setDisabled(personId, false)
    world.store.people.setMustChangePassword(personId, false)
  }
}

/** How long nothing but what is under way happens after this step. */
export function timeAfter(world: World, step: string): number {
  const { chance } = world
  if (step.startsWith('wait')) return chance.between(1_000, 10_000)
  return chance.is(0.3) ? 0 : chance.int(chance.is(0.2) ? 1_500 : 150)
}
