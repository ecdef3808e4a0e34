/** The columns of the task list: number, status, content, place, people, due, result, comments and menu. */
export const rowColumns =
  'grid grid-cols-[26px_44px_minmax(0,1fr)_auto] gap-x-1 lg:grid-cols-[26px_40px_minmax(16rem,1fr)_minmax(6.5rem,8.5rem)_minmax(10rem,13rem)_7rem_minmax(8rem,11rem)_4.75rem]'
