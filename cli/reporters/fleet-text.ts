import type { LintReport } from '#data/model/lint.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type Fleet, fleetOf } from './fleet.ts'
import { printable, type ReportContext } from './lint.ts'
import { ONE_RULE } from './words.ts'

/** A screen has so many lines; `--all` lists every one. */
const LISTED_REPOSITORIES = 25
const LISTED_RULES = 10

export const FLEET_WORDS = {
  fr: {
    columns: ['bloquants', 'à corriger', 'non vérifiées', 'dépôt', 'sorte'],
    clean: (count: number) => `${frenchCount(count, 'dépôt')} sans rien à corriger`,
    more: (count: number) => `… et ${frenchCount(count, 'autre dépôt', 'autres dépôts')} (--all)`,
    unread: 'illisible',
    rules: 'Règles les moins tenues',
    head: (all: number, troubled: number, blocked: number) =>
      `${frenchCount(all, 'dépôt')} : ${troubled} avec quelque chose à corriger, dont ${blocked} avec une règle bloquante`,
    of: (broken: number, judged: number) => `${frenchCount(broken, 'dépôt')} sur ${judged}`,
    since: (day: string, added: number, mended: number) =>
      `Depuis le ${day} : constats nouveaux ${added}, corrigés ${mended}`,
    detail: 'Le détail de chaque dépôt : --verbose, ou son nom seul.',
  },
  en: {
    columns: ['blocking', 'to correct', 'not checked', 'repository', 'kind'],
    clean: (count: number) => `${englishCount(count, 'repository', 'repositories')} with nothing to correct`,
    more: (count: number) => `… and ${englishCount(count, 'more repository', 'more repositories')} (--all)`,
    unread: 'unreadable',
    rules: 'Rules most broken',
    head: (all: number, troubled: number, blocked: number) =>
      `${englishCount(all, 'repository', 'repositories')}: ${troubled} with something to correct, ${blocked} of them with a blocking rule`,
    of: (broken: number, judged: number) => `${broken} of ${englishCount(judged, 'repository', 'repositories')}`,
    since: (day: string, added: number, mended: number) => `Since ${day}: findings new ${added}, mended ${mended}`,
    detail: 'Each repository in full: --verbose, or its name alone.',
  },
} as const satisfies Record<Language, object>

/** Many repositories: the worst of them, the rules most broken, what changed. */
export function fleetText(report: LintReport, context: ReportContext): string[] {
  const words = FLEET_WORDS[context.language]
  const fleet = fleetOf(report, context)
  const troubled = fleet.rows.filter(
    ({ toMend, hasCrash, subject }) => toMend > 0 || hasCrash || subject.outcomes.length === 0,
  )
  const listed = context.all ? fleet.rows : troubled.slice(0, LISTED_REPOSITORIES)
  const cells = listed.map(({ subject, name, ...counts }) => {
    const isUnread = subject.outcomes.length === 0
    const figures = isUnread ? ['–', '–', '–'] : [counts.blocking, counts.toMend, counts.unchecked].map(String)
    const crash = counts.hasCrash ? `(${ONE_RULE[context.language].error})` : null
    const kind = isUnread ? words.unread : [subject.kind, subject.line, crash].filter((part) => part !== null).join(' ')
    return [...figures, printable(name), kind]
  })
  const unlisted = troubled.length - listed.length
  const clean = fleet.rows.length - troubled.length
  const blocked = troubled.filter(({ blocking }) => blocking > 0).length
  return [
    words.head(fleet.rows.length, troubled.length, blocked),
    '',
    ...(cells.length === 0 ? [] : aligned([[...words.columns], ...cells])),
    ...(unlisted > 0 && !context.all ? [`  ${words.more(unlisted)}`] : []),
    ...(clean > 0 ? [`  ${words.clean(clean)}`] : []),
    '',
    ...rulesText(fleet, context),
    ...progressText(fleet, context),
    ...(context.isVerbose ? [] : [words.detail, '']),
  ]
}

function rulesText({ rules }: Fleet, context: ReportContext): string[] {
  const words = FLEET_WORDS[context.language]
  if (rules.length === 0) return []
  const listed = context.all ? rules : rules.slice(0, LISTED_RULES)
  const lines = aligned(
    listed.map(({ code, broken, judged }) => [words.of(broken, judged), '', '', code, context.rule(code).title]),
  )
  return [words.rules, ...lines, '']
}

function progressText({ progress }: Fleet, context: ReportContext): string[] {
  if (progress === undefined) return []
  const { since, added, mended, rules } = progress
  const listed = context.all ? rules : rules.slice(0, LISTED_RULES)
  const lines = aligned(
    listed.map((rule) => [`+${rule.added}`, `−${rule.mended}`, '', rule.code, context.rule(rule.code).title]),
  )
  return [FLEET_WORDS[context.language].since(since.slice(0, 10), added, mended), ...lines, '']
}

/** Figures to the right, words to the left; columns that are empty throughout are left out. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    `  ${row
      .map((cell, column) => (column < 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .filter((_cell, column) => (widths[column] ?? 0) > 0)
      .join('  ')}`.trimEnd(),
  )
}
