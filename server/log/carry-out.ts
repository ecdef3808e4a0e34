import { parentPort } from 'node:worker_threads'
import type { Answered, Sent } from './order-thread.ts'

interface Done<Answer> {
  answer: Answer
  handedOver?: readonly ArrayBuffer[]
}

/**
 * The thread's side of `OrderThread`: does one order after the other and answers it; whatever `work` throws goes back as
 * words.
 */
export function carryOut<Order, Answer>(
  work: (order: Order) => Done<Answer> | Promise<Done<Answer>>,
): void {
  let before = Promise.resolve()
  const carry = async ({ id, order }: Sent<Order>) => {
    const begun: Answered<Answer> = { id, begun: true }
    parentPort?.postMessage(begun)
    try {
      const { answer, handedOver = [] } = await work(order)
      const answered: Answered<Answer> = { id, answer }
      parentPort?.postMessage(answered, handedOver)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      const answered: Answered<Answer> = { id, error: words }
      parentPort?.postMessage(answered)
    }
  }
  parentPort?.on('message', (sent: Sent<Order>) => {
    before = before.then(() => carry(sent))
  })
}
