import { FAILURE_KINDS, isOneOf, type Language } from '#data/model/vocabulary.ts'
import type { GapRow } from '#data/queries/site/coverage.ts'
import { REMEDIES } from '#data/reference/remedies.ts'
import { gapTitle, sourceTitle } from '#data/reference/source-titles.ts'
import { desk } from '../desk.ts'
import type { CollectionState } from '../loaders/collection-state.ts'
import { reasonWord, statusWord } from '../telling/reason-words.ts'
import type { Words } from '../words/words.ts'
import { type Cell, plain } from './cells.ts'

const RUN_SHAPES = {
  complete: 'check',
  partial: 'half',
  skipped: 'question',
  failed: 'cross',
  running: 'ring',
} as const

const NAMED_AT_MOST = 3

/** Rows of the ledgers on the quality of data, in the order in which the loader gave them. */
export function sourceRows({ sources }: CollectionState, language: Language): readonly (readonly Cell[])[] {
  const { words, shortDay, number } = desk(language)
  return sources.map(({ collector, scopes, status, endedAt, ageDays, read, problems }) => [
    { text: sourceTitle(collector, language), second: scopesOf(scopes, words) },
    { text: statusWord(status, words), shape: isRunStatus(status) ? RUN_SHAPES[status] : 'question' },
    {
      text: endedAt === null ? '–' : shortDay(endedAt),
      second: ageDays === null ? undefined : words.dataQuality.age(ageDays),
    },
    plain(number(read)),
    plain(number(problems)),
  ])
}

/** Few are named, by what tells them apart; of many the number says enough. */
function scopesOf(scopes: readonly string[], words: Words): string {
  if (scopes.length > NAMED_AT_MOST) return words.dataQuality.scopes(scopes.length)
  return scopes.map((scope) => scope.split('/').at(-1)?.replace(/^@/u, '') ?? scope).join(', ')
}

function isRunStatus(status: string): status is keyof typeof RUN_SHAPES {
  return status in RUN_SHAPES
}

export function problemRows(problems: CollectionState['problems'], language: Language): readonly (readonly Cell[])[] {
  const { words } = desk(language)
  return problems.map(({ collector, scope, kind, message_fr: fr, message_en: en }) => [
    { text: sourceTitle(collector, language), second: scope },
    plain(reasonWord(kind, words)),
    { text: language === 'en' ? en : fr, ...(language === 'fr' && fr === en ? { lang: 'en' } : {}) },
  ])
}

export function gapRows(gaps: readonly GapRow[], language: Language): readonly (readonly Cell[])[] {
  const { words, number } = desk(language)
  return gaps.map(({ kind, reason, subjects }) => [
    plain(gapTitle(kind, language)),
    plain(reasonWord(reason, words)),
    plain(number(subjects)),
    plain(remedyOf(reason, language)),
  ])
}

function remedyOf(reason: string, language: Language): string {
  return (isOneOf(FAILURE_KINDS, reason) ? REMEDIES[language][reason] : undefined) ?? '–'
}

export function registerRows({ registers }: CollectionState, language: Language): readonly (readonly Cell[])[] {
  const { words, text, shortDay, number } = desk(language)
  const said = words.dataQuality
  const day = (at: string | null) => plain(at === null ? '–' : shortDay(at))
  return registers.map(({ id, title, isKept, lines, newestDay, readAt, mistakes }) => [
    { text: text(title), second: `registers.${id}` },
    isKept ? { text: said.kept, shape: 'check' } : { text: said.notKept, shape: 'open' },
    plain(isKept ? number(lines) : '–'),
    day(newestDay),
    day(readAt),
    plain(isKept ? number(mistakes) : '–'),
  ])
}
