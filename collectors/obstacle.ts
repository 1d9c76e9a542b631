/** What stood between us and a host, before it could answer anything. */
export interface Obstacle {
  /** `unreachable` may pass soon; what is `barred` stays so until somebody changes something. */
  readonly broken: 'unreachable' | 'barred'
  readonly message: string
}

interface Way {
  /** Address that was asked. */
  readonly url: string
  /** How the proxy on the way is called, when there is one. */
  readonly proxy: string | undefined
}

const UNREACHABLE = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/
const UNTRUSTED = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_UNTRUSTED)$/
const BAD_CERTIFICATE = /^(?:CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/
/** What the client in Node.js says of a proxy that does not open a tunnel; it gives no status of its own. */
const PROXY_REFUSAL = /proxy response \((\d{3})\)/i

/** Why a host was never reached, in words for people, found among the causes of an error; undefined for anything else. */
export function obstacleOf(error: unknown, way: Way): Obstacle | undefined {
  const host = new URL(way.url).host
  for (const cause of causesOf(error)) {
    const refusal = PROXY_REFUSAL.exec(cause.message)
    if (refusal !== null)
      return { broken: 'barred', message: proxyRefusal(way.proxy ?? 'on the way', Number(refusal[1])) }
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    if (UNREACHABLE.test(code))
      return {
        broken: 'unreachable',
        message: `${way.proxy === undefined ? host : `the proxy ${way.proxy}`} cannot be reached (${code})`,
      }
    if (UNTRUSTED.test(code)) {
      const remedy = 'write the certificate of its authority into a file, and its path into NODE_EXTRA_CA_CERTS'
      return { broken: 'barred', message: `the certificate of ${host} is not trusted here (${code}): ${remedy}` }
    }
    if (BAD_CERTIFICATE.test(code))
      return { broken: 'barred', message: `the certificate of ${host} is not valid (${code})` }
  }
  return undefined
}

function proxyRefusal(proxy: string, status: number): string {
  const remedy =
    status === 407
      ? 'it asks for a name and a password: http://NAME:PASSWORD@HOST:PORT in HTTPS_PROXY'
      : 'ask those who run it to let this host through, or name the host in NO_PROXY'
  return `the proxy ${proxy} refuses to connect (${status}): ${remedy}`
}

function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = []
  for (let at = error; at instanceof Error && !causes.includes(at); at = at.cause) causes.push(at)
  return causes
}
