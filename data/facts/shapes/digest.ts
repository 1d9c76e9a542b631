/** What the bytes of a file add up to, hexadecimal. */
export interface FileDigest {
  readonly digest: string
}

export const DIGEST_ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const

export interface FileDigestOptions {
  readonly algorithm: (typeof DIGEST_ALGORITHMS)[number]
}
