import { defineInventoryMetric } from './metric.ts'

export const fallbacks = defineInventoryMetric({
  id: 'fallbacks',
  title: { fr: 'Plans B', en: 'Plans B' },
  definition: {
    fr: 'Briques livrées ou exécutées avec les composants, celles sans plan B, et plans B dont la revue est passée.',
    en: 'Third-party components that ship or run with ours, those without a plan B, and plans B whose review is overdue.',
  },
  formula: {
    fr: 'Sans plan B : livrée ou exécutée, et absente du registre des plans B. À revoir : date de revue antérieure aux données.',
    en: 'Without plan B: shipped or run, and not in the register of plans B. Overdue: its review is before the data.',
  },
  unit: 'bricks',
  source: {
    fr: 'Manifestes des dépôts, registres des briques et des plans B.',
    en: 'Manifests of repositories, registers of third-party components and of plans B.',
  },
  limits: {
    fr: 'Ce qu’un composant tiers apporte lui-même n’est pas suivi, hors nomenclatures déposées.',
    en: 'What a third-party component brings in itself is not followed, beyond bills of materials that were put in.',
  },
  notFor: {
    fr: 'Dire qu’un service est sûr ; publier ce dont la ville dépend.',
    en: 'Saying that a service is safe; publishing what the city depends on.',
  },
  audience: 'internal',
  streams: ['tree'],
  registers: ['fallbacks'],
  command: 'parvis inventory bricks',
  columns: ['bricks', 'planned', 'gaps', 'overdue'],
  measure: ({ bricks }) => [
    {
      bricks: bricks.length,
      planned: bricks.filter(({ planB }) => planB.length > 0).length,
      gaps: bricks.filter(({ isGap }) => isGap).length,
      overdue: bricks.filter(({ planB }) => planB.some(({ isOverdue }) => isOverdue)).length,
    },
  ],
  behind: {
    columns: ['brick', 'components', 'gaps', 'overdue'],
    measure: ({ bricks }) =>
      bricks
        .filter(({ isGap, planB }) => isGap || planB.some(({ isOverdue }) => isOverdue))
        .map(({ brick, title, usedBy, isGap, planB }) => ({
          ...{ brick: title ?? brick, components: usedBy.length, gaps: isGap ? 1 : 0 },
          overdue: planB.filter(({ isOverdue }) => isOverdue).length,
        })),
  },
})
