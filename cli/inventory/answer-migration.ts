import { MIGRATION_STATES, type Migration, type MigrationState, migrationsOf } from '#data/inventory/migration.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { EFFORTS } from '#policies/rule.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import { chosenComponents } from './chosen.ts'
import type { Holdings } from './holdings.ts'
import { loadMigrating } from './load-migration.ts'

/** Which components are on the new line, which may start, what blocks the others, and what is left to do in each. */
export async function answerMigration(
  holdings: Holdings,
  { name, language }: { readonly name: string | undefined; readonly language: Language },
): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const chosen = name === undefined ? undefined : chosenComponents(name, holdings)
  const isChosen = (id: string) => chosen?.ids.has(id) ?? true
  const all = migrationsOf(await loadMigrating(holdings, isChosen), holdings.portfolio.graph)
  const migration = all.filter(({ component }) => isChosen(component))
  const [only, another] = migration
  const isOne = only !== undefined && another === undefined
  return {
    members: { migration },
    isOfFiles: true,
    csv: { heads: CSV_HEADS, rows: migration.map(csvRow) },
    about: migration.map(({ component }) => component),
    lines: isOne ? sheetLines(only, words) : [...tally(migration, words), '', ...listLines(migration, words)],
  }
}

function tally(migration: readonly Migration[], { states }: Words): readonly string[] {
  const counts = MIGRATION_STATES.map(
    (state) => `${states[state]} ${migration.filter((one) => one.state === state).length}`,
  )
  return [counts.join(' · ')]
}

/** A line a component that is not ready. */
function listLines(migration: readonly Migration[], words: Words): readonly string[] {
  const open = migration.filter(({ state }) => state !== 'ready')
  if (open.length === 0) return []
  const rows = open.map((one) => [
    ...[one.component, words.states[one.state], String(one.unblocks), effortsOf(one, words), why(one, FIRST_NAMES)],
  ])
  return table([[words.component, words.state, words.unblocks, words.rules, words.waitsFor], ...rows], 5)
}

/** Of one component all that it waits for, and every rule it has to meet. */
function sheetLines(one: Migration, words: Words): readonly string[] {
  const waits = why(one, Number.POSITIVE_INFINITY)
  const rules = (one.failing ?? []).map(({ code, effort, places }) => [
    ...[code, words.efforts[effort] ?? effort, String(places)],
  ])
  return [
    `${one.component}${words.separator}${words.states[one.state]}`,
    `${words.unblocks}${words.separator}${one.unblocks}`,
    ...(waits === '' ? [] : [`${words.waitsFor}${words.separator}${waits}`]),
    `${words.rules}${words.separator}${effortsOf(one, words)}`,
    ...(rules.length === 0 ? [] : ['', ...table([[words.rule, words.effort, words.places], ...rules], 2)]),
    ...(rules.length === 0 ? [] : ['', words.explain]),
  ]
}

const FIRST_NAMES = 3

/** What stands in the way of one that is not there yet; a question mark for what nobody collected. */
function why({ state, blockedBy, unclear }: Migration, most: number): string {
  if (state === 'ready' || state === 'begun') return ''
  const names = [...blockedBy, ...unclear.map((id) => `${id} (?)`)]
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} +${names.length - most}` : shown
}

/** How many rules, and of which effort: "5 (3 in minutes, 2 in hours)". */
function effortsOf({ failing, unjudged }: Migration, words: Words): string {
  if (failing === null) return words.unknown
  const parts = EFFORTS.flatMap((effort) => {
    const count = failing.filter((one) => one.effort === effort).length
    return count === 0 ? [] : [`${count} ${words.within} ${words.efforts[effort] ?? effort}`]
  })
  const rules = failing.length === 0 ? [] : [`${failing.length} (${parts.join(', ')})`]
  return [...rules, ...(unjudged > 0 ? [words.unjudged(unjudged)] : [])].join(', ') || words.noRule
}

const CSV_HEADS = [
  'component',
  'kind',
  'state',
  'unblocks',
  'blockedBy',
  'unclear',
  'failing',
  'minutes',
  'hours',
  'days',
  'unjudged',
]

function csvRow(one: Migration): readonly CellValue[] {
  const { failing } = one
  return [
    ...[one.component, one.kind, one.state, one.unblocks, one.blockedBy.join(' '), one.unclear.join(' ')],
    failing?.map(({ code }) => code).join(' ') ?? null,
    ...EFFORTS.map((effort) => failing?.filter((rule) => rule.effort === effort).length ?? null),
    one.unjudged,
  ]
}

interface Words {
  readonly states: Readonly<Record<MigrationState, string>>
  readonly efforts: Readonly<Record<string, string>>
  readonly component: string
  readonly state: string
  readonly unblocks: string
  readonly waitsFor: string
  readonly rules: string
  readonly rule: string
  readonly effort: string
  readonly places: string
  readonly unknown: string
  readonly noRule: string
  readonly explain: string
  readonly separator: string
  /** Before a unit of time that each of several rules takes. */
  readonly within: string
  unjudged(count: number): string
}

const WORDS = {
  fr: {
    states: {
      ...{ ready: 'prêt', begun: 'sur la nouvelle version, à finir', free: 'peut commencer' },
      ...{ blocked: 'bloqué', unknown: 'inconnu' },
    },
    efforts: { minutes: 'minutes', hours: 'heures', days: 'jours' },
    ...{ component: 'composant', state: 'état', unblocks: 'débloque', waitsFor: 'attend' },
    ...{ rules: 'règles à satisfaire', rule: 'règle', effort: 'effort', places: 'endroits' },
    ...{ unknown: 'non jugé', noRule: 'aucune', separator: ' : ', within: 'en' },
    explain: 'Chaque règle : parvis explain RÈGLE',
    unjudged: (count) => `non vérifiées : ${count}`,
  },
  en: {
    states: {
      ...{ ready: 'ready', begun: 'on the new line, to finish', free: 'free to start' },
      ...{ blocked: 'blocked', unknown: 'unknown' },
    },
    efforts: {},
    ...{ component: 'component', state: 'state', unblocks: 'unblocks', waitsFor: 'waits for' },
    ...{ rules: 'rules to meet', rule: 'rule', effort: 'effort', places: 'places' },
    ...{ unknown: 'not judged', noRule: 'none', separator: ': ', within: 'in' },
    explain: 'Each rule: parvis explain RULE',
    unjudged: (count) => `not checked: ${count}`,
  },
} as const satisfies Record<Language, Words>
