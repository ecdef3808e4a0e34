import { type Changed, closeCode, frameType, type PlanStatus } from '#domain/wire.ts'

interface HintEvents {
  /** Rows of this kind changed on the server: read them again. Also after each connecting: hints may be missed. */
  changed(what: Changed['what']): void
  /** The server will not have this listener: signed out, no right, no such plan. */
  closed?(code: number): void
  hello?(hello: { epoch: number; status: PlanStatus }): void
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** The server beats every 10 s; a line that is silent for this long is dead. Milliseconds. */
const silenceMs = 30_000

/**
 * Listens for hints on one plan while the page is visible: a socket that sends nothing and needs no document.
 * Comes back after a break, ever more slowly, and at once when the page is shown or the network says it is back.
 * Returns the way to stop it.
 */
export function followHints(room: string, events: HintEvents): () => void {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let isOver = false

  const drop = (): void => {
    clearTimeout(timer)
    clearTimeout(silence)
    const old = socket
    socket = null
    old?.close()
  }
  const comeBack = (): void => {
    const pause = Math.min(firstPauseMs * 2 ** attempts, longestPauseMs)
    attempts += 1
    clearTimeout(timer)
    timer = setTimeout(connect, pause * (0.75 + Math.random() / 2))
  }
  const heard = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      drop()
      comeBack()
    }, silenceMs)
  }
  const connect = (): void => {
    if (isOver || socket || document.visibilityState === 'hidden') return
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/sync/${room}?hints=1`)
    opened.binaryType = 'arraybuffer'
    socket = opened
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return
      heard()
      const frame = readFrame(data)
      if (frame.type === frameType.hello) {
        attempts = 0
        events.hello?.(frame.body as { epoch: number; status: PlanStatus })
        events.changed('comments')
      }
      if (frame.type === frameType.changed) {
        events.changed((frame.body as Changed).what)
      }
    }
    opened.onclose = ({ code }) => {
      if (socket !== opened) return
      drop()
      const isFinal = code >= closeCode.signInAgain && code <= closeCode.brokeProtocol
      if (isFinal) {
        isOver = true
        events.closed?.(code)
      } else comeBack()
    }
  }
  const look = (): void => {
    if (document.visibilityState === 'hidden') drop()
    else {
      clearTimeout(timer)
      attempts = 0
      connect()
    }
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', look)
  connect()
  return () => {
    isOver = true
    drop()
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('online', look)
  }
}

/** A frame is a varUint, for ours followed by JSON as a varString; anything else is nothing. */
export function readFrame(data: unknown): { type: number; body: unknown } {
  if (!(data instanceof ArrayBuffer)) return { type: -1, body: null }
  const bytes = new Uint8Array(data)
  const [type, after] = readVarUint(bytes, 0)
  if (type !== frameType.hello && type !== frameType.changed) return { type, body: null }
  const [length, from] = readVarUint(bytes, after)
  return { type, body: JSON.parse(new TextDecoder().decode(bytes.subarray(from, from + length))) }
}

/** Seven bits a byte, lowest first, as lib0 writes them. */
function readVarUint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0
  let factor = 1
  let at = from
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * factor
    factor *= 128
    if (byte < 128) break
  }
  return [value, at + 1]
}
