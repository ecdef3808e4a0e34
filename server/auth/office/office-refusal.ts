/** Why an order of the office cannot be carried out; the words for each are `auth.command.refused`. */
export type OfficeRefusalKey =
  | 'unknownUnit'
  | 'ambiguousUnit'
  | 'unknownCommune'
  | 'unknownMember'
  | 'memberTaken'
  | 'unknownPerson'
  | 'officeNeedsCommune'
  | 'roleNeedsBranch'
  | 'roleNotHeld'

/** An order that was refused; nothing was changed. */
export class OfficeRefusal extends Error {
  readonly key: OfficeRefusalKey
  readonly values: Readonly<Record<string, string>>
  /** Names to choose from, where that helps. */
  readonly choices: readonly string[]

  constructor(
    key: OfficeRefusalKey,
    values: Readonly<Record<string, string>>,
    choices: readonly string[] = [],
  ) {
    super(key)
    this.name = 'OfficeRefusal'
    this.key = key
    this.values = values
    this.choices = choices
  }
}
