/** Does this browser hold work or words of this person? The outboxes are fetched only now: few pages carry them. */
export async function isSomethingUnsent(personId: string): Promise<boolean> {
  const [plans, advice] = await Promise.all([
    import('../[branch]/[month]/_session/outbox.ts'),
    import('#app/_advice/act-shelf.ts'),
  ])
  const [isWork, isAdvice] = await Promise.all([
    plans.hasUnsentWork(personId),
    advice.hasUnsentAdvice(personId),
  ])
  return isWork || isAdvice
}
