import { certainLicense } from '../../inventory/licenses.ts'
import { ACTIVITY_STATES } from '../../reference/activity-states.ts'
import { defineInventoryMetric, type MetricRow } from './metric.ts'
import { NOT_FOR_RANKING } from './phrases.ts'

const FROM_INVENTORY = {
  fr: 'Inventaire : fichiers collectés, hébergeur et registre des composants.',
  en: 'The inventory: files that were collected, the host and the register of components.',
}

const COMMON = {
  source: FROM_INVENTORY,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['tree'],
  unit: 'components',
  command: 'parvis inventory components',
} as const

export const portfolioState = defineInventoryMetric({
  ...COMMON,
  id: 'portfolio-state',
  title: { fr: 'État du patrimoine', en: 'State of the portfolio' },
  definition: {
    fr: 'Composants par état : actif, calme ou endormi selon le dernier commit ou la dernière version, archivé, stable ou obsolète selon ce que disent l’hébergeur et le registre.',
    en: 'Components by state: active, quiet or dormant by the last commit or release; archived, stable or obsolete as the host and the register say.',
  },
  formula: {
    fr: `Mois entiers sans activité : ${limitsIn('fr')}. Ce qui est déclaré achevé est stable, jamais endormi. Les mois se comptent jusqu’au dernier jour connu d’un dépôt ; sans nouvelles de lui depuis douze mois, son état est non connu.`,
    en: `Whole months without activity: ${limitsIn('en')}. What is declared finished is stable, never dormant. Months are counted to the last day that is known of a repository; when nothing was heard of it for twelve months, its state is not known.`,
  },
  limits: {
    fr: 'L’état dit l’activité, pas la qualité ni l’usage.',
    en: 'The state tells of activity, not of quality or use.',
  },
  columns: ['state', 'components', 'share'],
  measure: ({ components }) =>
    tally(
      components.map(({ state }) => state),
      'state',
    ),
  behind: {
    columns: ['component', 'state', 'last_activity'],
    measure: ({ components }) =>
      components.map(({ id, state, lastActivityAt }) => ({
        ...{ component: id, state, last_activity: lastActivityAt?.slice(0, 10) ?? null },
      })),
  },
})

export const licenses = defineInventoryMetric({
  ...COMMON,
  id: 'licenses',
  title: { fr: 'Licences', en: 'Licences' },
  definition: {
    fr: 'Composants par licence, quand ses sources s’accordent ou que le registre a tranché ; les autres sont « non connu ».',
    en: 'Components by licence, where its sources agree or the register settled it; the others are "not known".',
  },
  formula: {
    fr: 'La licence des textes, sinon le mot qui la déclare. Part = composants ÷ tous.',
    en: 'The licence of the texts, else the word that declares it. Share = components ÷ all.',
  },
  limits: {
    fr: 'Une indication, pas un avis juridique ; aucune compatibilité n’en est déduite.',
    en: 'An indication, not legal advice; no compatibility is drawn from it.',
  },
  columns: ['license', 'components', 'share'],
  measure: ({ components }) =>
    tally(
      components.map(({ license }) => certainLicense(license)),
      'license',
    ),
  behind: {
    columns: ['component', 'license'],
    measure: ({ components }) =>
      components.map(({ id, license }) => ({ component: id, license: certainLicense(license) })),
  },
})

export const versionLines = defineInventoryMetric({
  ...COMMON,
  id: 'version-lines',
  title: { fr: 'Générations de la plateforme', en: 'Lines of the platform' },
  definition: {
    fr: 'Composants par nature et par génération de la plateforme pour laquelle ils sont construits.',
    en: 'Components by kind and by the line of the platform that they are built for.',
  },
  formula: {
    fr: 'Ce que dit le fichier de construction ; « non connu » où rien ne le dit. Part = composants ÷ tous.',
    en: 'As the build file says; "not known" where nothing does. Share = components ÷ all.',
  },
  limits: {
    fr: 'Un outil, ou un dépôt sans composant de la plateforme, n’a pas de génération.',
    en: 'A tool, or a repository without a component of the platform, has no line.',
  },
  columns: ['component_kind', 'line', 'components', 'share'],
  measure({ components }) {
    const kinds = Map.groupBy(components, ({ kind, line }) => `${kind ?? ''} ${line ?? ''}`)
    return [...kinds.values()]
      .flatMap(([first, ...others]) =>
        first === undefined
          ? []
          : [
              {
                ...{ component_kind: first.kind, line: first.line, components: others.length + 1 },
                share: (others.length + 1) / components.length,
              },
            ],
      )
      .sort((a, b) => b.components - a.components)
  },
  behind: {
    columns: ['component', 'component_kind', 'line'],
    measure: ({ components }) =>
      components.map(({ id, kind, line }) => ({ component: id, component_kind: kind, line })),
  },
})

function limitsIn(language: 'fr' | 'en'): string {
  const [active, quiet] = ACTIVITY_STATES.flatMap(({ monthsBelow }) => monthsBelow ?? [])
  return language === 'fr'
    ? `actif en dessous de ${active}, calme en dessous de ${quiet}, endormi au-delà`
    : `active below ${active}, quiet below ${quiet}, dormant beyond`
}

/** How many of each word, the most first; what has none is told as such, at the end. */
function tally(words: readonly (string | null)[], column: 'state' | 'license'): readonly MetricRow[] {
  const counts = Map.groupBy(words, (word) => word)
  return [...counts]
    .map(([word, { length }]) => ({ [column]: word, components: length, share: length / words.length }))
    .sort((a, b) => Number(a[column] === null) - Number(b[column] === null) || b.components - a.components)
}
