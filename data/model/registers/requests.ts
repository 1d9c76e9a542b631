import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** Who asked for what, from the first word to the service. An organisation and a role, never a person. */
export const requests: Register = {
  id: 'requests',
  title: { fr: 'Demandes', en: 'Requests' },
  summary: {
    fr: 'Les organisations qui demandent à réutiliser, et où en est chacune.',
    en: 'Organisations that ask to reuse, and how far each has come.',
  },
  audience: 'internal',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Numéro ou nom court', en: 'Number or short name' }, REQUIRED),
    organisation: field('text', { fr: 'Organisation', en: 'Organisation' }, REQUIRED),
    role: field('prose', { fr: 'Rôle de la personne qui demande', en: 'Role of who asks' }, ROLE),
    need: field(
      { kind: 'reference', to: 'needs' },
      { fr: 'Besoin, du registre des besoins', en: 'Need, from the register of needs' },
    ),
    words: field('prose', { fr: 'Le besoin dans ses mots', en: 'The need in their words' }),
    language: field('language', { fr: 'Langue souhaitée', en: 'Language wished for' }),
    stage: field(
      { kind: 'choice', of: ['received', 'in-exchange', 'trial', 'in-service', 'closed'] },
      { fr: 'Étape', en: 'Stage' },
      REQUIRED,
    ),
    receivedAt: field('day', { fr: 'Reçue le', en: 'Received on' }, REQUIRED),
    trialAt: field('day', { fr: 'Premier essai le', en: 'First trial on' }),
    serviceAt: field('day', { fr: 'En service le', en: 'In service on' }),
    nextStep: field('prose', { fr: 'Prochaine étape', en: 'Next step' }),
    nextStepDue: field('day', { fr: 'À faire avant le', en: 'To be done before' }),
  },
  contradicts: ({ receivedAt, trialAt, serviceAt }) => {
    if (typeof trialAt === 'string' && typeof receivedAt === 'string' && trialAt < receivedAt) {
      return { field: 'trialAt', message: `the trial came before the request of ${receivedAt}.` }
    }
    if (typeof serviceAt === 'string' && typeof trialAt === 'string' && serviceAt < trialAt) {
      return { field: 'serviceAt', message: `it went into service before its trial of ${trialAt}.` }
    }
    return undefined
  },
}
