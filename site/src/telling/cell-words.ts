import type { Language } from '#data/model/vocabulary.ts'
import { CELL_WORDS, COLUMNS, type ColumnName } from '#data/queries/metrics/columns.ts'
import { builtinPacks } from '#policies/registry.ts'
import { desk } from '../desk.ts'
import type { Cell } from '../loaders/answers.ts'
import type { FigureTable, RowName, Series } from '../loaders/figures.ts'
import { governance } from '../register.ts'

/** The title of a column of a figure. */
export function columnTitle({ measure, about }: Pick<Series, 'measure' | 'about'>, language: Language): string {
  const { words, text } = desk(language)
  if (about !== null) return cellWord(about.dimension, about.value, language)
  return wordIn(words.figures.columns, measure) ?? capital(text(COLUMNS[measure].title))
}

/** What a row that is not a period is about. */
export function rowTitle(names: readonly RowName[], language: Language): string {
  const [first, ...rest] = names.map(({ column, value }) => ({
    column,
    value,
    word: cellWord(column, value ?? '', language),
  }))
  if (first === undefined) return ''
  const after = rest.map(({ column, value, word }) => (isOurWord(column, value ?? '') ? uncapital(word) : word))
  return [first.word, ...after].join(', ')
}

/** A value of a dimension in words; a name that is nobody's word stays as it is. */
export function cellWord(column: ColumnName, value: string, language: Language): string {
  const { words, text } = desk(language)
  if (column === 'author_group') return wordIn(words.figures.groups, value) ?? value
  if (column === 'component_kind') return wordIn(words.kind, value === '' ? 'other' : value) ?? value
  if (column === 'line') return wordIn(words.line, value) ?? value
  if (value === '') return words.figures.notKnown
  if (column === 'pack') return packTitle(value, language)
  if (column === 'goal') return goalWord(value, language) ?? value
  if (column === 'country') return nameOf('region', value, language)
  if (column === 'language') return capital(nameOf('language', value, language))
  if (column === 'state') {
    const known = wordIn(words.state, value)
    if (known !== undefined) return known
  }
  const word = CELL_WORDS[value]
  return isOurWord(column, value) && word !== undefined ? capital(text(word)) : value
}

function isOurWord(column: ColumnName, value: string): boolean {
  return COLUMNS[column].kind === 'word' && CELL_WORDS[value] !== undefined
}

/** Packs have titles of their own; one that is not of this build keeps its id. */
function packTitle(id: string, language: Language): string {
  const { settings, text } = desk(language)
  const pack = (settings.packs ?? builtinPacks()).find((one) => one.id === id)
  return pack === undefined ? id : text(pack.title)
}

function goalWord(goal: string, language: Language): string | undefined {
  const found = governance?.goals.find(({ id }) => id === goal)
  return found && desk(language).text(found.title)
}

/** A language or a country by its code; a programming language, or what is no code, stays as it is. */
function nameOf(type: 'region' | 'language', value: string, language: Language): string {
  const isCode = type === 'region' ? /^[A-Z]{2}$/u.test(value) : /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(value)
  if (!isCode) return value
  return new Intl.DisplayNames([language], { type }).of(value.replace('_', '-')) ?? value
}

/** A cell is printed in a sentence when nothing says how many decimals its column has. */
interface Printed {
  readonly measure: ColumnName
  readonly language: Language
  readonly digits?: number | undefined
}

/** How a cell is printed, and the number that is drawn: a share is drawn in per cent. */
export function printCell(
  cell: Cell,
  { measure, language, digits = digitsOf([cell], measure) }: Printed,
): { readonly text: string; readonly value: number | null } {
  const { words, number } = desk(language)
  if (cell === 'hidden') return { text: words.figures.hidden, value: null }
  if (cell === 'few') return { text: words.figures.few, value: null }
  if (cell === null) return { text: words.figures.unknown, value: null }
  const { kind } = COLUMNS[measure]
  if (kind === 'count') return { text: number(cell), value: cell }
  const value = Number(scaled(cell, measure).toFixed(digits))
  const isTraced = cell > 0 && value === 0
  const text = isTraced ? words.figures.under(number(10 ** -digits, digits)) : number(value, digits)
  return { text: kind === 'share' ? percent(text, language) : text, value }
}

/** Decimals that a column needs: one where a number is under ten (a share) or a hundred (the others) and not whole. */
export function digitsOf(cells: readonly Cell[], measure: ColumnName): 0 | 1 {
  const { kind } = COLUMNS[measure]
  if (kind === 'count') return 0
  const most = kind === 'share' ? 10 : 100
  return cells.some((cell) => {
    const value = typeof cell === 'number' ? scaled(cell, measure) : 0
    return value > 0 && value < most && !Number.isInteger(Number(value.toFixed(1)) || 0.1)
  })
    ? 1
    : 0
}

function scaled(value: number, measure: ColumnName): number {
  return COLUMNS[measure].kind === 'share' ? value * 100 : value
}

function percent(text: string, language: Language): string {
  return language === 'fr' ? `${text}\u00a0%` : `${text}%`
}

/** Whether what is drawn is a share, in per cent. */
export function isShare({ series }: Pick<FigureTable, 'series'>): boolean {
  return series.some(({ measure }) => COLUMNS[measure].kind === 'share')
}

function wordIn(list: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined
}

function uncapital(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
