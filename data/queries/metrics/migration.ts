import type { MigrationState } from '../../inventory/migration.ts'
import { defineInventoryMetric } from './metric.ts'
import { NOT_FOR_RANKING } from './phrases.ts'

/** Which states of the inventory each word stands for: rules that are left to meet on the new line are told elsewhere. */
const STATES = {
  migrated: ['ready', 'begun'],
  free: ['free'],
  blocked: ['blocked'],
  unknown: ['unknown'],
} as const satisfies Record<string, readonly MigrationState[]>

export const migration = defineInventoryMetric({
  id: 'migration',
  title: { fr: 'Passage à la génération 8', en: 'Move to generation 8' },
  definition: {
    fr: 'Composants de la plateforme migrés, prêts à commencer, bloqués par une dépendance qui ne l’est pas, ou dont rien ne dit la génération.',
    en: 'Components of the platform that are migrated, that may start, that wait for one they need, or whose line nothing tells.',
  },
  formula: {
    fr: 'Peut commencer : tout ce dont il a besoin est migré. Part = composants ÷ tous ceux de la plateforme.',
    en: 'May start: everything that it needs is migrated. Share = components ÷ all of the platform.',
  },
  unit: 'components',
  source: {
    fr: 'Fichiers de construction et graphe des dépendances.',
    en: 'Build files and the graph of dependencies.',
  },
  limits: {
    fr: 'Migré veut dire construit pour la v8, pas essayé avec elle. Un besoin qu’aucun dépôt collecté ne produit rend l’état non connu.',
    en: 'Migrated means built for v8, not tried with it. A need that no collected repository produces makes the state not known.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['tree'],
  command: 'parvis inventory migration',
  columns: ['state', 'components', 'share'],
  measure: ({ migrations }) =>
    Object.entries(STATES).map(([state, of]) => {
      const { length } = migrations.filter((one) => of.some((own) => own === one.state))
      return { state, components: length, share: migrations.length === 0 ? null : length / migrations.length }
    }),
  behind: {
    columns: ['component', 'component_kind', 'state', 'blocked_by', 'unblocks'],
    measure: ({ migrations }) =>
      migrations.map(({ component, kind, state, blockedBy, unblocks }) => ({
        ...{ component, component_kind: kind, state: wordOf(state), blocked_by: blockedBy.length, unblocks },
      })),
  },
})

function wordOf(state: MigrationState): string {
  return Object.entries(STATES).find(([, of]) => of.some((own) => own === state))?.[0] ?? state
}
