// A thread that gives back what it is told, or never comes to an end with it.
import { carryOut } from '../carry-out.ts'

carryOut((order: { spin: boolean }) => {
  while (order.spin);
  return { answer: order }
})
