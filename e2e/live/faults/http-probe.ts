import { Worker } from 'node:worker_threads'

/** Someone else who asks the server over HTTP all the time. In a thread of its own: ours is busy being a crowd. */
export interface HttpProbe {
  /** Ends it and gives back how many milliseconds the slowest answer took. */
  end(): Promise<number>
}

const script = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { get } = require('node:http')
  let slowest = 0
  let isOver = false
  const ask = () => {
    const began = performance.now()
    const done = () => {
      slowest = Math.max(slowest, performance.now() - began)
      if (isOver) parentPort.postMessage(slowest), parentPort.close()
      else setTimeout(ask, 50)
    }
    get(workerData, (response) => response.resume().on('end', done)).on('error', done)
  }
  parentPort.once('message', () => { isOver = true })
  ask()`

export function probeHttp(url: string): HttpProbe {
  const worker = new Worker(script, { eval: true, workerData: url })
  return {
    end: () =>
      new Promise((resolve) => {
        worker.once('message', (slowest: number) => resolve(slowest))
        worker.postMessage('end')
      }),
  }
}
