// Who may pass which door: every page, route, server action, act and frame. Nothing reads this table to decide; the
// code decides by `can()` and its own conditions, and tests compare the two, column by column.
import { roleNames } from '#domain/vocabulary.ts'

/** Somebody of each role in the branch, the office above it, the secretary of another branch, and nobody. */
export const askers = [...roleNames, 'elsewhere', 'nobody'] as const
export type Asker = (typeof askers)[number]

/** x passes; o passes for what is the asker's own, or sees only that; - is refused. */
export type Passage = 'x' | 'o' | '-'
export type Door = Readonly<Record<Asker, Passage>>

/** One letter for each asker in their order: office, secretary, deputy, committee, cadre, member, elsewhere, nobody. */
function door(letters: string): Door {
  const passages = letters
    .split(' ')
    .map((letter): Passage => (letter === 'x' || letter === 'o' ? letter : '-'))
  const [office, secretary, deputy, committee, cadre, member, elsewhere, nobody] = passages
  return {
    office: office ?? '-',
    secretary: secretary ?? '-',
    deputy: deputy ?? '-',
    committee: committee ?? '-',
    cadre: cadre ?? '-',
    member: member ?? '-',
    elsewhere: elsewhere ?? '-',
    nobody: nobody ?? '-',
  }
}

const everybody = door('x x x x x x x x')
const signedIn = door('o o o o o o o -')
const whoMayLook = door('x x x x x x - -')
const whoMayComment = door('x x x x x - - -')
const whoMayEdit = door('- x x x - - - -')
const noOne = door('- - - - - - - -')

/** By address, with the branch that everybody but `elsewhere` and `nobody` has to do with. */
export const pages: Readonly<Record<string, Door>> = {
  '/': signedIn,
  '/sign-in': everybody,
  '/account': signedIn,
  '/account/password': signedIn,
  '/my': signedIn,
  '/my/advice': signedIn,
  '/my/groups': signedIn,
  '/my/me': signedIn,
  '/my/[branch]/[month]': whoMayLook,
  '/my/[branch]/[month]/groups/[group]': whoMayLook,
  '/my/[branch]/[month]/tasks/[task]': whoMayLook,
  '/my/[branch]/[month]/threads/[thread]': whoMayComment,
  '/commune/[commune]/[month]': door('x - - - - - - -'),
  '/commune/[commune]/rules': door('x - - - - - - -'),
  '/[branch]/[month]': whoMayLook,
  '/[branch]/[month]/plan': whoMayLook,
  '/[branch]/[month]/meeting': whoMayLook,
  '/[branch]/[month]/history': whoMayLook,
  // Editors see everybody's late edits there, others what became of their own.
  '/[branch]/[month]/late': whoMayLook,
  '/papers/[record]': whoMayLook,
  '/v/[code]': everybody,
  '/[branch]/[month]/finalise': whoMayLook,
}

/** By method and address. What is posted to /api/advice is in `acts`. */
export const routes: Readonly<Record<string, Door>> = {
  'GET /api/health': everybody,
  'GET /api/auth/[...nextauth]': everybody,
  'POST /api/auth/[...nextauth]': everybody,
  'GET /api/plans': signedIn,
  'GET /api/notices': signedIn,
  'GET /api/papers/[record]': whoMayLook,
  'GET /api/papers/[record]/[file]': whoMayLook,
  'GET /api/papers/archive': door('x - - - - - - -'),
  'GET /api/papers/commune': door('x - - - - - - -'),
  'GET /api/roster': whoMayLook,
  'GET /api/late': whoMayLook,
  'GET /api/households': door('x x x x - o - -'),
  // A plain member sees their own reports, and no comments.
  'GET /api/advice': door('x x x x x o - -'),
  'POST /api/advice': signedIn,
  // A plain member sees where the month stands and its records, and nothing of what leads there.
  'GET /api/record': door('x x x x x o - -'),
  'GET /api/record/since': whoMayComment,
  'POST /api/record': signedIn,
  'POST /api/record/confirm': door('o o o o o o o -'),
}

/** Server actions, by the name of the exported function. */
export const actions: Readonly<Record<string, Door>> = {
  chooseLanguage: everybody,
  chooseTheme: everybody,
  enter: everybody,
  enterWithoutScript: everybody,
  leave: everybody,
  changePassword: signedIn,
  changePasswordWithoutScript: signedIn,
  setFirstPassword: signedIn,
  endOthers: signedIn,
  changeEmail: signedIn,
  saveReason: whoMayEdit,
  saveRules: door('x - - - - - - -'),
}

/** Acts on the talk about a plan, each also as tried on what is somebody else's. */
export const acts: Readonly<Record<string, Door>> = {
  begin: whoMayComment,
  'begin with a proposal': whoMayComment,
  reply: whoMayComment,
  'edit one’s own': door('o o o o o - - -'),
  'edit another’s': noOne,
  'delete one’s own': door('o o o o o - - -'),
  'delete another’s': noOne,
  'resolve one’s own': door('o o o o o - - -'),
  'resolve another’s': whoMayEdit,
  'settle: accept': whoMayEdit,
  'settle: decline': whoMayEdit,
  'settle: withdraw one’s own': door('o o o o o - - -'),
  'settle: withdraw another’s': noOne,
  'report on one’s own task': door('- - - - - o - -'),
  'report on another’s task': noOne,
  take: whoMayEdit,
  'read one’s own notice': door('o o o o o o o -'),
  'read another’s notice': noOne,
  mute: whoMayLook,
}

/** What is posted to /api/record. */
export const recordActs: Readonly<Record<string, Door>> = {
  circulate: whoMayEdit,
  justify: whoMayEdit,
  meeting: whoMayEdit,
  signOff: whoMayEdit,
  takeBackSignOff: whoMayEdit,
  inviteSignOff: door('- x x - - - - -'),
  finalise: door('- x x - - - - -'),
  reopen: door('- x - - - - - -'),
  holdUnsent: whoMayEdit,
  settleLate: door('- x x - - - - -'),
}

/** Frames, by their names in domain/wire.ts: what a client sends, and whether it does anything. */
export const framesToServer: Readonly<Record<string, Door>> = {
  'sync: step 1': whoMayLook,
  'sync: step 2 with something new': whoMayEdit,
  'sync: update': whoMayEdit,
  awareness: whoMayLook,
  queryAwareness: whoMayLook,
  // The server's own: whoever sends one is disconnected.
  hello: noOne,
  decided: noOne,
  refused: noOne,
  changed: noOne,
  beat: noOne,
}

/** What a client is sent. */
export const framesFromServer: Readonly<Record<string, Door>> = {
  sync: whoMayLook,
  awareness: whoMayLook,
  hello: whoMayLook,
  decided: whoMayLook,
  // Those who may edit are told so too, of what is no plan; here it is about the right.
  refused: door('x - - - x x - -'),
  changed: whoMayLook,
  beat: whoMayLook,
}
