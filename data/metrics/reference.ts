import type { Language } from '../model/vocabulary.ts'
import { COLUMNS } from '../queries/metrics/columns.ts'
import type { Metric } from '../queries/metrics/metric.ts'
import { METRICS } from '../queries/metrics/registry.ts'
import { UNIT_WORDS } from '../queries/metrics/units.ts'

const WORDS = {
  fr: {
    heading: 'Chiffres',
    lead: 'Écrit par `npm run docs` d’après `data/queries/metrics/`. `parvis metrics ID` répond avec la date, ce qui a été lu et ce qui manque.',
    definition: 'Définition',
    formula: 'Formule',
    unit: 'Unité',
    source: 'Source',
    limits: 'Limites',
    notFor: 'Ne pas s’en servir pour',
    columns: 'Colonnes',
    audience: 'Public',
    audiences: { public: 'tous', internal: 'le bureau' },
  },
  en: {
    heading: 'Figures',
    lead: 'Written by `npm run docs` from `data/queries/metrics/`. `parvis metrics ID` answers with the date, what was read and what is missing.',
    definition: 'Definition',
    formula: 'Formula',
    unit: 'Unit',
    source: 'Source',
    limits: 'Limits',
    notFor: 'Not to be used for',
    columns: 'Columns',
    audience: 'For',
    audiences: { public: 'everybody', internal: 'the office' },
  },
} as const satisfies Record<Language, object>

/** What every figure means, in Markdown, English first. */
export function metricsReference(): string {
  return [...pageIn('en'), '', '---', '', ...pageIn('fr'), ''].join('\n')
}

function pageIn(language: Language): readonly string[] {
  const words = WORDS[language]
  return [`# ${words.heading}`, '', words.lead, ...METRICS.flatMap((metric) => ['', ...sectionOf(metric, language)])]
}

function sectionOf(metric: Metric, language: Language): readonly string[] {
  const words = WORDS[language]
  const line = (label: string, text: string) => `- **${label}**${language === 'fr' ? ' : ' : ': '}${text}`
  const columns = metric.columns.map((column) => COLUMNS[column].title[language]).join(', ')
  return [
    ...[`## ${metric.title[language]}`, '', `\`parvis metrics ${metric.id}\``, ''],
    ...(['definition', 'formula'] as const).map((part) => line(words[part], metric[part][language])),
    line(words.unit, UNIT_WORDS[metric.unit][language]),
    ...(['source', 'limits', 'notFor'] as const).map((part) => line(words[part], metric[part][language])),
    ...[line(words.columns, columns), line(words.audience, words.audiences[metric.audience])],
  ]
}
