import { createHash } from 'node:crypto'
import { defineExtractor } from './extractor.ts'
import type { FileDigest, FileDigestOptions } from './shapes/digest.ts'

export const digest = defineExtractor<FileDigest, FileDigestOptions>({
  id: 'digest',
  version: 1,
  maxBytes: 50_000_000,
  extract: (content, { algorithm }) => ({
    ok: true,
    fact: { digest: createHash(algorithm).update(content).digest('hex') },
  }),
})
