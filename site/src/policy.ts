import { addressOf } from './routes.ts'

/** Who made a page, in its head: a folder that says so may be replaced by the next build. */
export const GENERATOR = 'Parvis'

/** What a page lets the browser do: run, style and load what lies beside it, nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** Where others may frame a page: figures made for it alone. */
export function frameHeaders(path: string): Readonly<Record<string, string>> {
  const isFramed = addressOf(path.replace(/index\.html$/u, ''))?.address.sheet === 'embed'
  return isFramed ? { 'content-security-policy': `${PAGE_POLICY}; frame-ancestors *` } : {}
}

/** Headers that a server sends with every file; pages cannot say all of it themselves. */
export const SERVER_HEADERS = {
  'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
} as const satisfies Readonly<Record<string, string>>
