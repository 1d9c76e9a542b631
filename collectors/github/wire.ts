/** One answer as it came over the wire, or the lack of one. */
export interface Wire {
  /** HTTP status; 0 when no whole answer came. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | number | undefined>>
  /** Parsed JSON; a string when the body was no JSON, cut short included. */
  readonly body: unknown
  readonly milliseconds: number
  readonly isGraphql: boolean
  /** Why no answer came; `body` says more. `barred`: asking again would meet the same. */
  readonly broken?: 'connection' | 'timeout' | 'unreachable' | 'barred'
}
