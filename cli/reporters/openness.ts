import type { Degree, OpennessCheck, OpennessPoint } from '#data/inventory/openness.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from './table.ts'

export interface OpennessLine {
  readonly component: string
  readonly degree: Degree
  readonly declaredAt: string
  readonly checks: readonly OpennessCheck[]
}

interface OpennessAnswer {
  readonly asOf: string | null
  readonly coverage: { readonly known: number; readonly all: number; readonly missing: readonly string[] }
  /** The target for a first answer. */
  readonly workingDays: number
  readonly openness: readonly OpennessLine[]
}

const OPENNESS_SCHEMA_VERSION = 1

export function opennessJson(answer: OpennessAnswer): string {
  return `${JSON.stringify({ schemaVersion: OPENNESS_SCHEMA_VERSION, ...answer }, null, 2)}\n`
}

/** What differs comes first. */
export function opennessTable({ asOf, openness, workingDays }: OpennessAnswer, language: Language): string {
  const words = WORDS[language]
  if (openness.length === 0) return `${words.none}\n`
  const of = ({ checks }: OpennessLine, result: OpennessCheck['result']) =>
    checks.filter((one) => one.result === result)
  const said = (checks: readonly OpennessCheck[]) => checks.map(({ point }) => words.points[point]).join(', ')
  const sorted = openness.toSorted((a, b) => of(b, 'differs').length - of(a, 'differs').length)
  const rows = sorted.map((one) => [
    ...[
      one.component,
      one.degree,
      said(of(one, 'differs')) || words.nothing,
      said(of(one, 'unknown')) || words.nothing,
    ],
  ])
  const head = [words.component, words.degree, words.differs, words.unknown]
  return [...table([head, ...rows], 4), '', words.target(workingDays), words.asOf(asOf), ''].join('\n')
}

interface Words {
  readonly points: Readonly<Record<OpennessPoint, string>>
  readonly none: string
  readonly nothing: string
  readonly component: string
  readonly degree: string
  readonly differs: string
  readonly unknown: string
  target(workingDays: number): string
  asOf(at: string | null): string
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
    ...{ component: 'Composant', degree: 'Degré', differs: 'Manque', unknown: 'Non collecté' },
    target: (days) => `Délai de première réponse : ${days} jours ouvrés, sur un an ; une sur deux au moins.`,
    asOf: (at) => (at === null ? 'Rien n’a été collecté.' : `Données au ${at}.`),
  },
  en: {
    points: {
      ...{ public: 'public repository', guide: 'contribution guide', issues: 'issues on' },
      ...{ response: 'answers within the target', 'not-public': 'repository not public' },
      ...{ 'says-so': 'lack of follow-up said', 'in-service': 'repository not archived' },
    },
    none: 'No degree of openness is declared: keep the register "openness", and collect it.',
    nothing: '–',
    ...{ component: 'Component', degree: 'Degree', differs: 'Lacking', unknown: 'Not collected' },
    target: (days) => `Target for a first answer: ${days} working days, over a year; one of two at least.`,
    asOf: (at) => (at === null ? 'Nothing was collected.' : `Data as of ${at}.`),
  },
} as const satisfies Record<Language, Words>
