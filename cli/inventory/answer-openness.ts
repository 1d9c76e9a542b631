import { type Elsewhere, elsewhereOf } from '#data/inventory/elsewhere.ts'
import type { OpennessCheck, OpennessPoint } from '#data/inventory/openness.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { outsideCatalogues } from '#data/queries/registers/outside.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import type { Holdings } from './holdings.ts'
import { loadOpenness, type Openness } from './load-openness.ts'

const DEFAULT_TARGET_DAYS = 10

/** The declared degree of each component beside what is seen, who lists it, and code that lies elsewhere. */
export async function answerOpenness(holdings: Holdings, language: Language): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const { store, inventory, portfolio, config } = holdings
  const workingDays = config.promise?.workingDays ?? DEFAULT_TARGET_DAYS
  const openness = await loadOpenness(holdings, workingDays)
  const outside = (await store.ask(outsideCatalogues, {})).map(({ repository }) => repository)
  const elsewhere = elsewhereOf(inventory, outside)
  const declared = openness.filter(({ degree }) => degree !== null).length
  return {
    members: { openness, workingDays, elsewhere },
    registers: ['openness'],
    csv: { heads: CSV_HEADS, rows: openness.flatMap(csvRows) },
    lines: [
      ...(declared === 0 ? [words.none] : [words.declared(declared, portfolio.components.length)]),
      ...(openness.length === 0 ? [] : ['', ...listLines(openness, words), '', words.target(workingDays)]),
      ...elsewhereLines(elsewhere, words),
    ],
  }
}

/** What differs comes first. */
function listLines(openness: readonly Openness[], words: Words): readonly string[] {
  const of = ({ checks }: Openness, result: OpennessCheck['result']) => checks.filter((one) => one.result === result)
  const said = (checks: readonly OpennessCheck[]) => checks.map(({ point }) => words.points[point]).join(', ')
  const sorted = openness.toSorted((a, b) => of(b, 'differs').length - of(a, 'differs').length)
  const rows = sorted.map((one) => [
    ...[one.component, one.degree ?? words.nothing, said(of(one, 'differs')) || words.nothing],
    ...[said(of(one, 'unknown')) || words.nothing, listed(one, words)],
  ])
  return table([[words.component, words.degree, words.differs, words.unknown, words.listed], ...rows], 5)
}

function listed({ listings }: Openness, words: Words): string {
  if (listings.length === 0) return words.notLookedUp
  return listings.map(({ catalogue, isListed }) => (isListed ? catalogue : words.absent(catalogue))).join(', ')
}

const FIRST = 10

function elsewhereLines({ artifacts, sources }: Elsewhere, words: Words): readonly string[] {
  const shown = artifacts.slice(0, FIRST).map(({ artifact, askedBy }) => [`  ${artifact}`, String(askedBy.length)])
  return [
    ...(artifacts.length === 0 ? [] : ['', words.artifacts(artifacts.length), ...table(shown, 1)]),
    ...(artifacts.length > FIRST ? [`  ${words.more(artifacts.length - FIRST)}`] : []),
    ...(sources.length === 0 ? [] : ['', words.sources, ...sources.map((one) => `  ${one.component}  ${one.address}`)]),
  ]
}

const CSV_HEADS = ['component', 'degree', 'declaredAt', 'about', 'result', 'at']

/** A line for each point of the degree and each catalogue. */
function csvRows({ component, degree, declaredAt, checks, listings }: Openness): readonly (readonly CellValue[])[] {
  return [
    ...checks.map(({ point, result }) => [component, degree, declaredAt, point, result, null]),
    ...listings.map(({ catalogue, isListed, checkedAt }) => [
      ...[component, degree, declaredAt, catalogue, isListed ? 'listed' : 'absent', checkedAt],
    ]),
  ]
}

interface Words {
  readonly points: Readonly<Record<OpennessPoint, string>>
  readonly none: string
  readonly nothing: string
  readonly component: string
  readonly degree: string
  readonly differs: string
  readonly unknown: string
  readonly listed: string
  readonly notLookedUp: string
  readonly sources: string
  declared(declared: number, all: number): string
  absent(catalogue: string): string
  target(workingDays: number): string
  artifacts(count: number): string
  more(count: number): string
}

const WORDS = {
  fr: {
    points: {
      ...{ public: 'dépôt public', guide: 'guide de contribution', issues: 'tickets ouverts' },
      ...{ response: 'réponse dans le délai', 'not-public': 'dépôt non public' },
      ...{ 'says-so': 'absence de suivi annoncée', 'in-service': 'dépôt non archivé' },
    },
    none: 'Aucun degré d’ouverture n’est déclaré : tenez le registre « openness » et collectez-le.',
    nothing: '–',
    ...{
      component: 'composant',
      degree: 'degré',
      differs: 'manque',
      unknown: 'non collecté',
      listed: 'référencé dans',
    },
    notLookedUp: 'non vérifié',
    declared: (declared, all) => `Degré déclaré pour ${frenchCount(declared, 'composant')} sur ${all}.`,
    absent: (catalogue) => `pas dans ${catalogue}`,
    target: (days) =>
      `Délai de première réponse : ${frenchCount(days, 'jour ouvré', 'jours ouvrés')}, sur un an ; une sur deux au moins.`,
    artifacts: (count) =>
      `Code de la plateforme hors des organisations collectées, ${frenchCount(count, 'artefact')}, et combien de composants les demandent :`,
    more: (count) => `… et ${frenchCount(count, 'autre')} (--format json)`,
    sources: 'Composants dont les sources seraient ailleurs, d’après leur fichier de construction :',
  },
  en: {
    points: {
      ...{ public: 'public repository', guide: 'contribution guide', issues: 'issues on' },
      ...{ response: 'answers within the target', 'not-public': 'repository not public' },
      ...{ 'says-so': 'lack of follow-up said', 'in-service': 'repository not archived' },
    },
    none: 'No degree of openness is declared: keep the register "openness", and collect it.',
    nothing: '–',
    ...{ component: 'component', degree: 'degree', differs: 'lacking', unknown: 'not collected', listed: 'listed in' },
    notLookedUp: 'not looked up',
    declared: (declared, all) => `Degree declared for ${englishCount(declared, 'component')} out of ${all}.`,
    absent: (catalogue) => `not in ${catalogue}`,
    target: (days) =>
      `Target for a first answer: ${englishCount(days, 'working day')}, over a year; one of two at least.`,
    artifacts: (count) =>
      `Code of the platform outside the collected organisations, ${englishCount(count, 'artifact')}, and how many components ask for each:`,
    more: (count) => `… and ${count} more (--format json)`,
    sources: 'Components whose sources lie elsewhere, as their build file says:',
  },
} as const satisfies Record<Language, Words>
