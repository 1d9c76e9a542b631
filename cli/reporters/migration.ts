import type { Migration, MigrationState } from '#data/inventory/migration.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from './table.ts'

interface MigrationAnswer {
  readonly asOf: string | null
  readonly coverage: { readonly known: number; readonly all: number; readonly missing: readonly string[] }
  readonly migrations: readonly Migration[]
}

const MIGRATION_SCHEMA_VERSION = 1

export function migrationJson({ asOf, coverage, migrations }: MigrationAnswer): string {
  return `${JSON.stringify({ schemaVersion: MIGRATION_SCHEMA_VERSION, asOf, coverage, migration: migrations }, null, 2)}\n`
}

/** How many stand where, then a line a component that is not there yet or has rules to mend. */
export function migrationTable({ asOf, coverage, migrations }: MigrationAnswer, language: Language): string {
  const words = WORDS[language]
  const tally = (['migrated', 'free', 'blocked', 'unknown'] as const).map(
    (state) => `${words.states[state]} ${migrations.filter((one) => one.state === state).length}`,
  )
  const open = migrations.filter(({ state, failing }) => state !== 'migrated' || failing === null || failing.length > 0)
  const rows = open.map((one) => [
    ...[one.component, words.states[one.state], String(one.unblocks), why(one), rulesOf(one, words)],
  ])
  const head = [words.component, words.state, words.unblocks, words.waitsFor, words.rules]
  const closing = coverage.missing.length === 0 ? [] : [words.incomplete(coverage.missing.length, coverage.all)]
  return [tally.join(' · '), '', ...table([head, ...rows], 5), '', ...closing, words.asOf(asOf), ''].join('\n')
}

const FIRST_NAMES = 3

/** What stands in the way of one that is not there yet; a question mark for what nobody collected. */
function why({ state, blockedBy, unclear }: Migration): string {
  if (state === 'migrated') return ''
  const names = [...blockedBy, ...unclear.map((id) => `${id} (?)`)]
  const shown = names.slice(0, FIRST_NAMES).join(', ')
  return names.length > FIRST_NAMES ? `${shown} +${names.length - FIRST_NAMES}` : shown
}

function rulesOf({ failing, unjudged }: Migration, words: Words): string {
  if (failing === null) return words.neverJudged
  const failed = failing.map(({ code, effort }) => `${code} (${words.efforts[effort] ?? effort})`)
  return [...failed, ...(unjudged > 0 ? [words.unjudged(unjudged)] : [])].join(', ')
}

interface Words {
  readonly states: Readonly<Record<MigrationState, string>>
  readonly efforts: Readonly<Record<string, string>>
  readonly component: string
  readonly state: string
  readonly unblocks: string
  readonly waitsFor: string
  readonly rules: string
  readonly neverJudged: string
  unjudged(count: number): string
  incomplete(missing: number, all: number): string
  asOf(at: string | null): string
}

const WORDS = {
  fr: {
    states: { migrated: 'migré', free: 'peut commencer', blocked: 'bloqué', unknown: 'inconnu' },
    efforts: { minutes: 'minutes', hours: 'heures', days: 'jours' },
    ...{
      component: 'Composant',
      state: 'État',
      unblocks: 'Débloque',
      waitsFor: 'Attend',
      rules: 'Règles à satisfaire',
    },
    neverJudged: 'jamais jugé',
    unjudged: (count) => `non vérifiées : ${count}`,
    incomplete: (missing, all) => `Incomplet : les fichiers de ${missing} dépôts sur ${all} n’ont pas été collectés.`,
    asOf: (at) => (at === null ? 'Rien n’a été collecté.' : `Données au ${at}.`),
  },
  en: {
    states: { migrated: 'migrated', free: 'free to start', blocked: 'blocked', unknown: 'unknown' },
    efforts: {},
    ...{ component: 'Component', state: 'State', unblocks: 'Unblocks', waitsFor: 'Waits for', rules: 'Rules to meet' },
    neverJudged: 'never judged',
    unjudged: (count) => `not checked: ${count}`,
    incomplete: (missing, all) => `Incomplete: the files of ${missing} repositories of ${all} were not collected.`,
    asOf: (at) => (at === null ? 'Nothing was collected.' : `Data as of ${at}.`),
  },
} as const satisfies Record<Language, Words>
