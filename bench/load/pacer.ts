// Calls each of many things at an even rate, spread over its period, whatever the timers' grain.
const tickMs = 1

/** Starts calling; the returned function stops it and tells how many calls were made. */
export function pace<T>(all: readonly T[], perSecond: number, call: (one: T) => void): () => number {
  const stepMs = 1000 / (perSecond * all.length)
  const began = performance.now()
  let made = 0
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - began) / stepMs)
    for (; made < due; made += 1) {
      const one = all[(made * stride) % all.length]
      if (one !== undefined) call(one)
    }
  }, tickMs)
  // A stride that shares no factor with the length visits everyone, neighbours far apart.
  const stride = strideOf(all.length)
  return () => {
    clearInterval(timer)
    return made
  }
}

function strideOf(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.382))
  while (gcd(stride, length) !== 1) stride += 1
  return stride
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
