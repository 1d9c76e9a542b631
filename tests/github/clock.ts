/** The server's own clock: it starts where the world says and a test may move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly advance: (ms: number) => void
  readonly set: (instant: string) => void
  /** A frozen clock moves only when it is told to. */
  readonly freeze: (isFrozen: boolean) => void
}

export function createClock(start: string, isFrozen = false): Clock {
  let base = Date.parse(start)
  let frozen = isFrozen
  let since = performance.now()
  const now = () => base + (frozen ? 0 : Math.floor(performance.now() - since))
  const rebase = (ms: number) => {
    base = ms
    since = performance.now()
  }
  return {
    now,
    advance: (ms) => rebase(now() + ms),
    set: (instant) => rebase(Date.parse(instant)),
    freeze: (value) => {
      rebase(now())
      frozen = value
    },
  }
}
