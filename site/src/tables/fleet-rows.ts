import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { heldShare } from '../loaders/conformity.ts'
import type { Fleet, FleetGroup, FleetRepository, FleetRule } from '../loaders/fleet.ts'
import { ruleByCode } from '../rules.ts'
import { type Cell, plain } from './cells.ts'

/** Rows of the ledgers on the fleet. */
export function ruleRows(rules: readonly FleetRule[], language: Language): readonly (readonly Cell[])[] {
  const { words, number } = desk(language)
  return rules.map((rule) => [
    ruleCell(rule.code, language),
    plain(words.compliance.severity(rule.severity)),
    ...[rule.toCorrect, rule.datedException, rule.notChecked, rule.held].map((count) => plain(number(count))),
    plain(shareOf(rule, language)),
  ])
}

function ruleCell(code: string, language: Language): Cell {
  const { text, href } = desk(language)
  const rule = ruleByCode(code)
  return rule === undefined
    ? plain(code)
    : { text: code, href: href({ sheet: 'rule', code }), second: text(rule.title) }
}

/** Out of what could be checked, rounded down; a dash where nothing could. */
export function shareOf(tally: Parameters<typeof heldShare>[0], language: Language): string {
  const value = heldShare(tally)
  return value === undefined ? '–' : desk(language).share(Math.floor(value * 100) / 100)
}

export function repositoryRows(
  repositories: readonly FleetRepository[],
  language: Language,
): readonly (readonly Cell[])[] {
  const { words, href, number } = desk(language)
  return repositories.map(({ name, entry, line, open, datedException, notChecked }) => [
    entry === undefined
      ? plain(name)
      : { text: entry.name, href: href({ sheet: 'component', slug: entry.slug }), second: name },
    plain(line === null ? '–' : words.lineShort[line]),
    ...[open.error, open.warning, open.info, datedException, notChecked].map((count) => plain(number(count))),
  ])
}

export function groupRows(
  groups: readonly FleetGroup[],
  { language, name }: { readonly language: Language; readonly name: (name: string | null) => string },
): readonly (readonly Cell[])[] {
  const { number } = desk(language)
  return groups.map((group) => [
    plain(name(group.name)),
    ...[group.repositories, group.clean, group.toCorrect, group.datedException, group.notChecked].map((count) =>
      plain(number(count)),
    ),
    plain(shareOf(group, language)),
  ])
}

export function waiverRows({ waivers }: Fleet, language: Language): readonly (readonly Cell[])[] {
  const { shortDay, number } = desk(language)
  return waivers.map(({ code, until, repositories }) => [
    ruleCell(code, language),
    plain(shortDay(until)),
    plain(number(repositories)),
  ])
}

export function monthRows({ months }: Fleet, language: Language): readonly (readonly Cell[])[] {
  const { month, number } = desk(language)
  return months.map((row) => [
    plain(month(row.month)),
    ...[row.repositories, row.clean, row.held, row.to_correct, row.not_checked].map((count) => plain(number(count))),
  ])
}
