import { compileGlobs } from '#data/facts/glob.ts'
import { reading, record, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Globs of licence texts from the root, in lower case: the case of letters does not count. */
  paths: texts('a list of globs'),
  /** SPDX ids; a text does not say whether a later version may be taken, so `-or-later` and `-only` are read alike. */
  allowed: texts('SPDX ids'),
})

const read = reading(OPTIONS)

export const licenseAllowed = defineCheck<ReturnType<typeof read>>({
  id: 'license-allowed',
  summary: 'One of the licences whose text is there is on a list.',
  options: read,
  needs: ({ paths }, { entries }) => {
    const isMeant = compileGlobs(paths)
    return [
      {
        extractor: 'license-text',
        paths: entries.map(({ path }) => path).filter((path) => isMeant(path.toLowerCase())),
      },
    ]
  },
  messages: {
    outside: {
      fr: 'la licence {found} n’est pas sur la liste : {allowed}',
      en: 'the licence {found} is not on the list: {allowed}',
    },
  },
  judge({ facts }, { allowed }) {
    const known = [...facts('license-text')].flatMap(([path, { spdx, confidence, alsoFound }]) =>
      spdx === null || confidence === 'low' ? [] : [{ path, ids: [spdx, ...alsoFound] }],
    )
    const [first] = known
    // Without a text that is known there is nothing to look up: OSS-02 says so.
    if (first === undefined) return { outcome: 'not-applicable' }
    const list = new Set(allowed.map(bare))
    const found = known.flatMap(({ ids }) => ids)
    if (found.some((id) => list.has(bare(id)))) return { outcome: 'pass' }
    return {
      outcome: 'fail',
      breaches: [{ messageId: 'outside', args: { found, allowed }, location: { path: first.path } }],
    }
  },
})

function bare(id: string): string {
  return id.replace(/-(?:only|or-later)$/u, '')
}
