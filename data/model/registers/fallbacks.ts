import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** Plan B: what would be done if a brick stopped. */
export const fallbacks: Register = {
  id: 'fallbacks',
  title: { fr: 'Plans B', en: 'Fallbacks' },
  summary: {
    fr: 'Pour chaque composant tiers qui compte, ce qu’on ferait s’il s’arrêtait.',
    en: 'For each brick that matters, what would be done if it stopped.',
  },
  audience: 'internal',
  key: ['brick', 'environment'],
  fields: {
    brick: field('text', { fr: 'Brique : son purl, ou son nom', en: 'Brick: its purl, or its name' }, REQUIRED),
    environment: field('text', { fr: 'Environnement où elle sert', en: 'Environment it is used in' }),
    version: field('text', { fr: 'Version en service', en: 'Version in service' }),
    risk: field({ kind: 'choice', of: ['low', 'medium', 'high'] }, { fr: 'Risque', en: 'Risk' }),
    alternative: field('prose', { fr: 'Par quoi la remplacer', en: 'What would replace it' }, REQUIRED),
    effort: field(
      { kind: 'choice', of: ['days', 'weeks', 'months', 'years'] },
      { fr: 'Effort', en: 'Effort' },
      REQUIRED,
    ),
    owner: field(
      'prose',
      { fr: 'Rôle ou équipe qui en répond', en: 'Role or team that answers for it' },
      { ...REQUIRED, ...ROLE },
    ),
    review: field('day', { fr: 'À revoir le', en: 'To be reviewed on' }, REQUIRED),
  },
}
