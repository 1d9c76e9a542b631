import { type Brick, brickName, overduePlans } from '../../inventory/bricks.ts'
import { defineInventoryMetric } from './metric.ts'

export const fallbacks = defineInventoryMetric({
  id: 'fallbacks',
  title: { fr: 'Plans B', en: 'Plans B' },
  definition: {
    fr: 'Composants tiers livrés ou exécutés avec les composants, ceux sans plan B, et plans B dont la revue est passée.',
    en: 'Third-party components that ship or run with ours, those without a plan B, and plans B whose review is overdue.',
  },
  formula: {
    fr: 'Sans plan B : livré, exécuté ou en service, et absent du registre des plans B. À revoir : date de revue antérieure aux données. Sans ce registre, aucun des trois n’est connu.',
    en: 'Without plan B: shipped, run or in service, and not in the register of plans B. Overdue: its review is before the data. Without that register none of the three is known.',
  },
  unit: 'bricks',
  source: {
    fr: 'Manifestes des dépôts, registres des composants tiers et des plans B.',
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
  measure({ bricks, registers }) {
    const count = (has: (brick: Brick) => boolean) => (registers.has('fallbacks') ? bricks.filter(has).length : null)
    return [
      {
        bricks: bricks.length,
        planned: count(({ planB }) => planB !== null && planB.length > 0),
        gaps: count(({ isGap }) => isGap === true),
        overdue: count((brick) => overduePlans(brick).length > 0),
      },
    ]
  },
  behind: {
    columns: ['brick', 'components', 'gaps', 'overdue'],
    measure: ({ bricks }) =>
      bricks
        .filter((brick) => brick.isGap !== false || overduePlans(brick).length > 0)
        .map((brick) => {
          const { usedBy, isGap, planB } = brick
          return {
            ...{ brick: brickName(brick), components: usedBy.length, gaps: isGap === null ? null : Number(isGap) },
            overdue: planB === null ? null : overduePlans(brick).length,
          }
        }),
  },
})
