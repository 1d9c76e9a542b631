import type { ComponentTranslations, FleetLanguage, LanguageCoverage } from '#data/inventory/translations/coverage.ts'
import { type Measured, type Trend, trendOf } from '#data/inventory/translations/trend.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'
import { table } from './table.ts'
import { TRANSLATION_WORDS, type TranslationWords } from './translation-words.ts'

/** How far texts are translated, as it was asked for. */
export interface Translations {
  /** Component or assembly that was asked for; null for all. */
  readonly asked: string | null
  /** Language that was asked for; null for all. */
  readonly texts: string | null
  readonly components: readonly ComponentTranslations[]
  /** Artifacts of the assembly that no collected repository produces. */
  readonly uncollected: readonly string[]
  readonly languages: readonly FleetLanguage[]
  readonly next: FleetLanguage | null
  /** Earlier measures by repository and language, as `owner/name fr`. */
  readonly history: ReadonlyMap<string, readonly Measured[]>
}

/** What the JSON answer holds. */
export function translationMembers(answer: Translations) {
  const { languages, next, uncollected } = answer
  return {
    languages: languages.map((one) => ({ ...one, rate: rateOf(one) })),
    next: next === null ? null : { language: next.language, left: next.left },
    uncollected,
    translations: answer.components.map((one) => ({
      ...{ component: one.component, kind: one.kind, line: one.line, keys: one.keys },
      next: one.next === null ? null : { language: one.next.language, left: one.next.left },
      languages: one.languages.map((each) => ({ ...each, rate: rateOf(each), trend: trend(answer, { one, each }) })),
      bundles: one.bundles,
    })),
  }
}

/** A line for each language of each bundle; counts, not keys. */
export function translationRows({ components }: Translations): InventoryAnswer['csv'] {
  const rows = components.flatMap(({ component, bundles }) =>
    bundles.flatMap(({ bundle, languages }) =>
      languages.map((one) => [
        ...[component, bundle, one.language, one.path, one.translated, one.reference],
        ...[one.missing, one.orphans, one.malformed, one.empty, one.copies, one.placeholders].map(
          (list) => list.length,
        ),
      ]),
    ),
  )
  return { heads: CSV_HEADS, rows }
}

const CSV_HEADS = [
  ...['component', 'bundle', 'language', 'file', 'translated', 'reference'],
  ...['missing', 'orphans', 'malformed', 'empty', 'copies', 'placeholders'],
]

interface Reading {
  readonly language: Language
  /** Every key, instead of the first few. */
  readonly isVerbose: boolean
}

export function translationLines(answer: Translations, { language, isVerbose }: Reading): readonly string[] {
  const words = TRANSLATION_WORDS[language]
  const { components, asked, texts } = answer
  if (components.length === 0) return [words.none]
  const isOne = asked !== null && texts === null && components.length === 1
  const listed = asked === null ? [] : components.flatMap((one) => problems(one, { words, isVerbose }))
  const parts = isOne ? components.flatMap((one) => sheet(answer, one, words)) : overview(answer, words)
  const closing = isOne ? listed : texts === null ? fleet(answer, words) : listed
  return [...parts, ...closing, ...foot(answer, words)]
}

/** A line a component: the language that was asked for, or how many there are and which to finish next. */
function overview({ components, texts }: Translations, words: TranslationWords): readonly string[] {
  const { columns } = words
  if (texts === null) {
    const rows = components.map(({ component, keys, languages, next }) => [
      ...[component, next === null ? '' : words.left(next.language, next.left)],
      ...[keys === null ? words.unknown : String(keys), String(languages.length)],
    ])
    return table([[columns.component, columns.next, columns.keys, columns.languages], ...rows], 2)
  }
  const rows = components.map((one) => {
    const [each] = one.languages
    if (one.keys === null) return [one.component, words.unknown, '', '', '', '', '', '']
    if (each === undefined) return [one.component, words.lacking, '0', String(one.keys), String(one.keys), '', '', '']
    return [one.component, ...figures(one, each, words)]
  })
  return table([[columns.component, columns.rate, ...figureHeads(words)], ...rows], 2)
}

/** One component: its languages, and which to finish next. */
function sheet(answer: Translations, one: ComponentTranslations, words: TranslationWords): readonly string[] {
  const { columns } = words
  const rows = one.languages.map((each) => [
    ...[each.language, ...figures(one, each, words)],
    trendText(trend(answer, { one, each }), words),
  ])
  const title = `${one.component}: ${one.keys === null ? words.noReference : words.keysOf(one.keys, one.bundles.length)}`
  const head = [columns.language, columns.rate, ...figureHeads(words), columns.trend]
  const next = one.next === null ? [] : ['', words.next(one.next.language, one.next.left)]
  return [title, '', ...table([head, ...rows], 2), ...next]
}

const FIRST_KEYS = 5

function problems(
  { bundles }: ComponentTranslations,
  { words, isVerbose }: { readonly words: TranslationWords; readonly isVerbose: boolean },
): readonly string[] {
  const listed = (keys: readonly (string | number)[]) => {
    const shown = isVerbose ? keys : keys.slice(0, FIRST_KEYS)
    return keys.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ')
  }
  return bundles.flatMap(({ bundle, keys, idle, unread, languages, unmeasured }) => {
    const lines = [
      ...(keys === null ? [words.withoutReference(unmeasured)] : []),
      ...idle.map(words.idle),
      ...unread.map(words.unread),
      ...languages.flatMap((one) =>
        (['missing', 'orphans', 'malformed', 'empty', 'copies'] as const).flatMap((kind) =>
          one[kind].length === 0
            ? []
            : [`${one.language}  ${words.problem[kind](one[kind].length)} ${listed(one[kind])}`],
        ),
      ),
      ...languages.flatMap((one) =>
        one.placeholders.map(({ key, line, lost, invented }) =>
          words.placeholder(`${one.path}:${line}`, { key, lost, invented }),
        ),
      ),
    ]
    return lines.length === 0 ? [] : ['', bundle, ...lines.map((line) => `  ${line}`)]
  })
}

function fleet({ languages, next, components }: Translations, words: TranslationWords): readonly string[] {
  const { columns } = words
  const rows = languages.map((one) => [
    ...[
      one.language,
      words.percent(one),
      `${one.translated}/${one.reference}`,
      String(one.left),
      String(one.lacking.length),
    ],
  ])
  const head = [columns.language, columns.rate, columns.keys, columns.left, columns.lacking]
  const closing = next === null ? [] : ['', words.next(next.language, next.left)]
  return ['', words.over(components.length), '', ...table([head, ...rows], 1), ...closing]
}

function foot({ uncollected }: Translations, words: TranslationWords): readonly string[] {
  return uncollected.length === 0 ? [] : ['', words.uncollected(uncollected.length, uncollected)]
}

function figureHeads({ columns }: TranslationWords): readonly string[] {
  return [columns.translated, columns.reference, columns.left, columns.orphans, columns.copies, columns.placeholders]
}

/** Rate, then counts over all bundles of the component. */
function figures(one: ComponentTranslations, each: LanguageCoverage, words: TranslationWords): readonly string[] {
  const standings = one.bundles.flatMap(({ languages }) => languages.filter((own) => own.language === each.language))
  const count = (kind: 'orphans' | 'copies' | 'placeholders') =>
    String(standings.reduce((sum, standing) => sum + standing[kind].length, 0))
  return [
    each.reference === 0 ? words.unknown : words.percent(each),
    ...[String(each.translated), String(each.reference), String(each.left)],
    ...[count('orphans'), count('copies'), count('placeholders')],
  ]
}

function trend(
  { history }: Translations,
  { one, each }: { readonly one: ComponentTranslations; readonly each: LanguageCoverage },
): Trend | null {
  const [repository = ''] = one.component.split(':')
  return trendOf(history.get(`${repository} ${each.language}`) ?? [], each)
}

function trendText(found: Trend | null, words: TranslationWords): string {
  if (found === null) return words.unknown
  return words.trend(`${found.points > 0 ? '+' : ''}${found.points}`, found.from.at.slice(0, 10))
}

function rateOf({ translated, reference }: LanguageCoverage): number | null {
  return reference === 0 ? null : translated / reference
}
