import { heldProse } from '#data/model/prose.ts'
import { isOneOf, LANGUAGES, type Language, type Text } from '#data/model/vocabulary.ts'
import type { OptionSchema } from './option-schema.ts'
import { isMapping, type KeyPath, type OptionProblem, type Reader } from './options.ts'

/** What people write: a text, or one for each language that they name. Read as a column holds it (data/model/prose.ts). */
export function prose(expects = 'a text'): Reader<string> {
  return {
    expects,
    schema: () => eitherWay(expects),
    read(value, path, problems) {
      if (isText(value)) return value
      const texts = textsOf(value, path, problems)
      if (texts === undefined || Object.keys(texts).length > 0) return texts && heldProse(texts)
      problems.push({ path, at: 'value', message: `expected ${expects}, or one in fr, in en or in both.` })
      return undefined
    },
  }
}

/** A text in each of these languages; that of a site in one language stands for both. */
export function bilingual(languages: readonly Language[] = LANGUAGES): Reader<Text> {
  const [only, ...others] = languages
  const expects = `a text in ${languages.join(' and one in ')}`
  return {
    expects,
    schema: () => eitherWay('a text in fr and one in en; a site in one language needs that one alone'),
    read(value, path, problems) {
      if (isText(value) && only !== undefined && others.length === 0) return { fr: value, en: value }
      const texts = textsOf(value, path, problems)
      if (texts === undefined) return undefined
      const missing = languages.filter((language) => texts[language] === undefined)
      for (const language of missing) {
        const hint = others.length === 0 ? '' : ' A site in one language says which in site.languages.'
        problems.push({ path, at: 'value', message: `"${language}" is missing: expected ${expects}.${hint}` })
      }
      const [first] = LANGUAGES.flatMap((language) => texts[language] ?? [])
      if (missing.length > 0 || first === undefined) return undefined
      return { fr: texts.fr ?? first, en: texts.en ?? first }
    },
  }
}

/** Texts by language, as far as they are there; undefined after a problem with one was reported. */
function textsOf(value: unknown, path: KeyPath, problems: OptionProblem[]): Partial<Text> | undefined {
  if (!isMapping(value)) return {}
  const before = problems.length
  for (const [key, text] of Object.entries(value)) {
    if (!isOneOf(LANGUAGES, key)) {
      problems.push({ path: [...path, key], at: 'key', message: `unknown key "${key}": languages are fr and en.` })
    } else if (!isText(text)) problems.push({ path: [...path, key], at: 'value', message: 'expected a text.' })
  }
  return problems.length > before ? undefined : value
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function eitherWay(description: string): OptionSchema {
  const text = { type: 'string', pattern: '\\S' }
  const texts = {
    type: 'object',
    properties: { fr: text, en: text },
    minProperties: 1,
    additionalProperties: false,
  }
  return { anyOf: [text, texts], description }
}
