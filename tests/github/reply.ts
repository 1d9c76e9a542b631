/** An answer before it is sent. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** The answer itself says that nothing is left: headers say so too. */
  readonly isSpent?: boolean
  /** Not counted against the limit (304). */
  readonly isFree?: boolean
  /** Milliseconds that pass before it is sent. */
  readonly delay?: number
  /** How the connection is broken instead of, or in the middle of, the answer. */
  readonly cut?: 'before' | 'within'
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

export const missing = (): Reply =>
  json(404, { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' })
