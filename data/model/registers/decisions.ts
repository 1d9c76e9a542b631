import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** What was put to a body, what it decided and whether that was done. */
export const decisions: Register = {
  id: 'decisions',
  title: { fr: 'Décisions', en: 'Decisions' },
  summary: {
    fr: 'Les questions posées à une instance, ce qu’elle a décidé, ce qui est fait.',
    en: 'Questions put to a body, what it decided, and what is done.',
  },
  audience: 'internal',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Numéro ou nom court', en: 'Number or short name' }, REQUIRED),
    question: field('prose', { fr: 'La question', en: 'The question' }, REQUIRED),
    body: field('prose', { fr: 'L’instance qui décide', en: 'The body that decides' }, { ...REQUIRED, ...ROLE }),
    askedAt: field('day', { fr: 'Posée le', en: 'Asked on' }, REQUIRED),
    outcome: field('prose', { fr: 'Ce qui a été décidé', en: 'What was decided' }),
    decidedAt: field('day', { fr: 'Décidé le', en: 'Decided on' }),
    due: field('day', { fr: 'À faire avant le', en: 'To be done before' }),
    doneAt: field('day', { fr: 'Fait le', en: 'Done on' }),
    address: field('address', { fr: 'Compte rendu', en: 'Minutes' }),
  },
  contradicts: ({ outcome, decidedAt }) =>
    (outcome === null) === (decidedAt === null)
      ? undefined
      : { field: outcome === null ? 'decidedAt' : 'outcome', message: 'an outcome and its day go together.' },
}
