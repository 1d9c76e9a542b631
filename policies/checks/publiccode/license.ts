import { compileGlobs } from '#data/facts/glob.ts'
import type { Entry } from '#data/model/source.ts'
import { choice, reading, record, texts } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck, type Judgement } from '../../rule.ts'
import { licensesOf } from '../../spdx.ts'

const OPTIONS = record({
  /** Whether the expression is one, or says what the licence file says. */
  asks: choice(['expression', 'file'] as const),
  /** Globs of licence texts from the root, in lower case: the case of letters does not count. */
  paths: texts('a list of globs'),
})

const read = reading(OPTIONS)

export const publiccodeLicense = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/license',
  summary: 'The licence in publiccode.yml is an expression that SPDX understands, and the one of the licence file.',
  options: read,
  needs: ({ asks, paths }, { entries }) => [
    PUBLICCODE_NEED,
    ...(asks === 'file' ? [{ extractor: 'license-text', paths: licenseFiles(entries, paths) } as const] : []),
  ],
  messages: {
    ...BROKEN,
    invalid: {
      fr: 'legal.license vaut « {found} », qui n’est pas une expression SPDX',
      en: 'legal.license is "{found}", which is no SPDX expression',
    },
    deprecated: {
      fr: 'legal.license emploie {ids}, que SPDX a remplacé (-only, -or-later)',
      en: 'legal.license uses {ids}, which SPDX has replaced (-only, -or-later)',
    },
    differs: {
      fr: 'legal.license dit « {found} », {file} est le texte de {expected}',
      en: 'legal.license says "{found}", {file} is the text of {expected}',
    },
  },
  judge(evidence, { asks }) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const [node] = nodesAt(file, 'legal.license')
    const { license } = file
    if (license === null || node === undefined) return { outcome: 'not-applicable' }
    const { line, column } = node
    const fail = (messageId: string, args: Breach['args'], severity?: Breach['severity']): Judgement => {
      const location = { path: PUBLICCODE, line, column }
      return { outcome: 'fail', breaches: [{ messageId, args, location, ...(severity && { severity }) }] }
    }
    const found = license.text
    if (asks === 'expression') {
      if (license.expression === null) return fail('invalid', { found })
      return license.deprecated.length > 0
        ? fail('deprecated', { ids: license.deprecated }, 'warning')
        : { outcome: 'pass' }
    }
    const texts = [...evidence.facts('license-text')].filter(([, { spdx, confidence }]) => spdx && confidence !== 'low')
    const [first] = texts
    if (license.expression === null || first === undefined) return { outcome: 'not-applicable' }
    const named = licensesOf(license.expression)
    // A text does not say whether a later version may be taken.
    const isSaid = texts.some(([, { spdx }]) => named.some((one) => bare(one.license) === bare(spdx ?? '')))
    if (isSaid) return { outcome: 'pass' }
    return fail('differs', { found, file: first[0], expected: first[1].spdx ?? '' })
  },
})

function bare(id: string): string {
  return id.replace(/-(?:only|or-later)$/u, '').toLowerCase()
}

function licenseFiles(entries: readonly Entry[], paths: readonly string[]): readonly string[] {
  const isMeant = compileGlobs(paths)
  return entries.map(({ path }) => path).filter((path) => isMeant(path.toLowerCase()))
}
