import { compileGlobs } from '#data/facts/glob.ts'
import { optional, reading, record, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** In words, for messages. */
  what: text('what is looked for'),
  /** From the root; the case of letters does not count. */
  paths: texts('globs, one of which must be met'),
  /** Judged only where one of these is there. */
  onlyWith: optional(texts('a list of globs')),
})

const read = reading(OPTIONS)

export const fileBeside = defineCheck<ReturnType<typeof read>>({
  id: 'file-beside',
  summary: 'One of some files is there, wherever certain others are.',
  options: read,
  needs: () => [],
  messages: {
    missing: { fr: '{what} : rien de tel ; cherché : {paths}', en: '{what}: none; looked for: {paths}' },
  },
  judge({ entries }, { what, paths, onlyWith }) {
    const has = (globs: readonly string[]) => {
      const isMeant = compileGlobs(globs)
      return entries.some(({ path }) => isMeant(path.toLowerCase()))
    }
    if (onlyWith !== undefined && !has(onlyWith)) return { outcome: 'not-applicable' }
    if (has(paths)) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'missing', args: { what, paths }, text: what }] }
  },
})
