import type { Publiccode, YamlNode } from '#data/facts/shapes/publiccode.ts'
import { FORMAT_NAMES, FORMATS } from '../../formats.ts'
import { choice, count, flag, listOf, optional, pattern, reading, record, text, texts } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const KINDS = ['map', 'list', 'text', 'number', 'flag'] as const satisfies readonly YamlNode['kind'][]
const PRESENCES = ['required', 'forbidden', 'deprecated'] as const
const WORDS: Readonly<Record<string, string>> = { map: '{…}', list: '[…]', text: 'text', number: '1', flag: 'true' }

const key = record({
  /** Keys from the top, by dots; `*` is any key or any member of a list. */
  path: text('a path of keys'),
  presence: optional(choice(PRESENCES)),
  /** Judged only when the value at a path is one of these. */
  onlyIf: optional(record({ path: text('a path of keys'), is: texts('values') })),
  kinds: optional(listOf(choice(KINDS))),
  values: optional(texts('allowed values')),
  /** Beside the values, a text of this form. */
  pattern: optional(pattern()),
  format: optional(choice(FORMAT_NAMES)),
  /** Characters of a text, members of a list. */
  least: optional(count()),
  most: optional(count()),
  /** What is expected, in words of the file itself. */
  form: optional(text('the form in words')),
  instead: optional(text('what to write instead')),
  /** For `required`: one among all the places that the path may mean is enough. */
  isOnceEnough: optional(flag(), false),
})

const OPTIONS = record({ keys: listOf(key) })

type Key = ReturnType<typeof read>['keys'][number]
const read = reading(OPTIONS)

export const publiccodeKeys = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/keys',
  summary: 'Keys of publiccode.yml are there, and hold what the standard lets them hold.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    ...BROKEN,
    missing: { fr: '{key} manque', en: '{key} is missing' },
    forbidden: {
      fr: '{key} n’a pas sa place ici : {because}',
      en: '{key} has no place here: {because}',
    },
    deprecated: { fr: '{key} est abandonné ; à la place : {instead}', en: '{key} is deprecated; instead: {instead}' },
    kind: { fr: '{key} : attendu {expected}', en: '{key}: expected {expected}' },
    value: { fr: '{key} vaut « {found} » ; attendu : {expected}', en: '{key} is "{found}"; expected: {expected}' },
    short: {
      fr: '{key} compte {found} caractères ou éléments, {least} au moins sont demandés',
      en: '{key} has {found} characters or items, at least {least} are asked for',
    },
    long: {
      fr: '{key} compte {found} caractères ou éléments, {most} au plus sont permis',
      en: '{key} has {found} characters or items, at most {most} are allowed',
    },
  },
  judge(evidence, { keys }) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const breaches = keys.flatMap((one) => {
      if (one.onlyIf !== undefined && !isMet(file, one.onlyIf)) return []
      return [...presenceBreaches(file, one), ...nodesAt(file, one.path).flatMap((node) => contentBreaches(node, one))]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function isMet(file: Publiccode, { path, is }: NonNullable<Key['onlyIf']>): boolean {
  return nodesAt(file, path).some((node) => node.text !== null && is.includes(node.text))
}

function presenceBreaches(file: Publiccode, one: Key): readonly Breach[] {
  const { presence, path, onlyIf, instead = '', isOnceEnough } = one
  const found = nodesAt(file, path).filter((node) => node.kind !== 'nothing')
  if (presence === 'required') {
    if (isOnceEnough && found.length > 0) return []
    const [last = '', ...holder] = path.split('.').toReversed()
    const holders = holder.length === 0 ? file.nodes.slice(0, 1) : nodesAt(file, holder.toReversed().join('.'))
    const lacking = holders.filter((each) => !found.some((node) => isChild(node, each)))
    return (isOnceEnough ? lacking.slice(0, 1) : lacking).map((each) =>
      breach('missing', each, { key: [...each.path, last].join('.') }),
    )
  }
  if (presence === 'forbidden') {
    const because = onlyIf === undefined ? '' : `${onlyIf.path}: ${onlyIf.is.join(', ')}`
    return found.map((node) => breach('forbidden', node, { key: node.path.join('.'), because }))
  }
  if (presence === 'deprecated') {
    return found.map((node) => breach('deprecated', node, { key: node.path.join('.'), instead }))
  }
  return []
}

function isChild({ path }: YamlNode, holder: YamlNode): boolean {
  return path.length === holder.path.length + 1 && holder.path.every((key, index) => key === path[index])
}

function contentBreaches(node: YamlNode, one: Key): readonly Breach[] {
  const { kinds, values, format, least, most, form } = one
  const name = node.path.join('.')
  if (node.kind === 'nothing') return []
  if (kinds !== undefined && !kinds.some((kind) => kind === node.kind)) {
    return [breach('kind', node, { key: name, expected: form ?? kinds.map((kind) => WORDS[kind] ?? kind).join(', ') })]
  }
  const written = node.text
  const isAsked = values !== undefined || one.pattern !== undefined || format !== undefined
  if (written !== null && isAsked) {
    const isFine =
      values?.includes(written) === true ||
      one.pattern?.test(written) === true ||
      (format !== undefined && FORMATS[format](written))
    if (!isFine) {
      return [
        breach('value', node, { key: name, found: written.slice(0, 80), expected: form ?? values ?? format ?? '' }),
      ]
    }
  }
  if (least !== undefined && node.length < least)
    return [breach('short', node, { key: name, found: node.length, least })]
  if (most !== undefined && node.length > most) return [breach('long', node, { key: name, found: node.length, most })]
  return []
}

function breach(messageId: string, { line, column }: YamlNode, args: Breach['args']): Breach {
  return { messageId, args, location: { path: PUBLICCODE, line, column }, text: `${args.key}` }
}
