import { type Entry, field, REQUIRED, type Register, ROLE } from '../register.ts'

/** What only people know of a component: its files and its host do not say it, or do not agree. */
export const components: Register = {
  id: 'components',
  title: { fr: 'Composants', en: 'Components' },
  summary: {
    fr: 'Ce que seules des personnes savent d’un composant : son domaine, s’il est achevé ou abandonné, qui en répond.',
    en: 'What only people know of a component: its domain, whether it is finished or given up, who answers for it.',
  },
  audience: 'public',
  key: ['component'],
  fields: {
    component: field(
      'component',
      { fr: 'Dépôt, ou nom du composant', en: 'Repository, or name of the component' },
      REQUIRED,
    ),
    domain: field('text', { fr: 'Domaine', en: 'Domain' }),
    summary: field('bilingual', {
      fr: 'Ce qu’il fait, en une phrase de 150 signes au plus',
      en: 'What it does, in a sentence of at most 150 characters',
    }),
    state: field(
      { kind: 'choice', of: ['stable', 'obsolete'] },
      {
        fr: '« stable » : achevé ; « obsolete » : ne plus s’en servir',
        en: '"stable": finished; "obsolete": not to be used',
      },
    ),
    replacedBy: field('component', {
      fr: 'Ce qui le remplace ; il est alors obsolète',
      en: 'What replaces it; it is obsolete then',
    }),
    since: field('day', { fr: 'Dans cet état depuis', en: 'In that state since' }),
    license: field('text', {
      fr: 'Licence, identifiant SPDX, quand une personne a tranché',
      en: 'Licence, as an SPDX id, when a person has settled it',
    }),
    maintenance: field(
      { kind: 'choice', of: ['internal', 'contract', 'community', 'none'] },
      { fr: 'Mode d’entretien', en: 'Way of maintenance' },
    ),
    maintainer: field('prose', { fr: 'Rôle ou équipe qui en répond', en: 'Role or team that answers for it' }, ROLE),
    reason: field('prose', { fr: 'Pourquoi', en: 'Why' }),
  },
  contradicts,
}

function contradicts({ state, replacedBy }: Entry) {
  if (state !== 'stable' || replacedBy === null || replacedBy === undefined) return undefined
  return { field: 'replacedBy', message: 'what is replaced is obsolete, not stable.' }
}
