import { parentPort } from 'node:worker_threads'
import type { Answered, Sent } from './order-thread.ts'

/** The thread's side of `OrderThread`: does each order and answers it; whatever `work` throws goes back as words. */
export function carryOut<Order, Answer>(
  work: (order: Order) => { answer: Answer; handedOver?: readonly ArrayBuffer[] },
): void {
  parentPort?.on('message', ({ id, order }: Sent<Order>) => {
    try {
      const { answer, handedOver = [] } = work(order)
      const answered: Answered<Answer> = { id, answer }
      parentPort?.postMessage(answered, handedOver)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      const answered: Answered<Answer> = { id, error: words }
      parentPort?.postMessage(answered)
    }
  })
}
