import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its private key, both PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

interface Authority extends Certified {
  /** A certificate for this machine's loopback address. */
  readonly certify: () => Certified
}

/** An authority that nobody knows, as companies run one for the servers inside their walls. */
export function createAuthority(): Authority {
  const name = 'Authority of the tests'
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cert = certificate({
    subject: name,
    issuer: name,
    publicKey: keys.publicKey,
    signedBy: keys.privateKey,
    isAuthority: true,
  })
  return {
    cert,
    key: pem(keys.privateKey),
    certify: () => {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const wanted = { subject: '127.0.0.1', issuer: name, publicKey: own.publicKey, signedBy: keys.privateKey }
      return { cert: certificate({ ...wanted, isAuthority: false }), key: pem(own.privateKey) }
    },
  }
}

const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

interface Wanted {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly signedBy: KeyObject
  readonly isAuthority: boolean
}

const OID = {
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
  basicConstraints: '0603551d13',
  alternativeName: '0603551d11',
}

/** An X.509 certificate (RFC 5280), written out by hand in DER: Node.js reads them but makes none. */
function certificate({ subject, issuer, publicKey, signedBy, isAuthority }: Wanted): string {
  const hex = (text: string) => Buffer.from(text, 'hex')
  const nameOf = (text: string) => der(0x30, der(0x31, der(0x30, hex(OID.commonName), der(0x0c, Buffer.from(text)))))
  const algorithm = der(0x30, hex(OID.ecdsaWithSha256))
  const extension = (oid: string, value: Buffer) => der(0x30, hex(oid), der(0x04, der(0x30, value)))
  const extensions = [
    extension(OID.basicConstraints, isAuthority ? hex('0101ff') : Buffer.alloc(0)),
    ...(isAuthority ? [] : [extension(OID.alternativeName, der(0x87, Buffer.from([127, 0, 0, 1])))]),
  ]
  const body = der(
    0x30,
    der(0xa0, hex('020102')),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, signedBy))
  const lines =
    der(0x30, body, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** One value of DER: its tag, its length, what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}
