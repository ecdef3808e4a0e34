/** The closed lists of the board's language. The database has the same words as enums. */

export const roleNames = ['office', 'secretary', 'deputy', 'committee', 'cadre', 'member'] as const
export type RoleName = (typeof roleNames)[number]

export const standings = ['official', 'probationary'] as const
export type Standing = (typeof standings)[number]

export const branchOffices = ['secretary', 'deputy', 'committee'] as const
export type BranchOffice = (typeof branchOffices)[number]

/** Members who work by field look after a whole hamlet instead of a household group. */
export const workFields = ['education', 'health', 'military'] as const
export type WorkField = (typeof workFields)[number]

/** Why a member has no group. A class and nothing more: never a word on health. */
export const reasonClasses = ['exempt', 'away', 'newlyAdmitted', 'byField'] as const
export type ReasonClass = (typeof reasonClasses)[number]

export const strengths = [
  'cropTechnique',
  'livestock',
  'credit',
  'localLanguage',
  'computing',
  'construction',
  'education',
  'irrigation',
  'health',
  'mobilisation',
] as const
export type Strength = (typeof strengths)[number]

export const householdStatuses = ['none', 'poor', 'nearPoor'] as const
export type HouseholdStatus = (typeof householdStatuses)[number]

export const supportNeeds = [
  'seedsAndLivestock',
  'farmingTechnique',
  'loan',
  'work',
  'housing',
  'water',
  'schooling',
  'healthInsurance',
  'digitalServices',
] as const
export type SupportNeed = (typeof supportNeeds)[number]

export const taskStatuses = ['todo', 'doing', 'done', 'notDone'] as const
export type TaskStatus = (typeof taskStatuses)[number]
