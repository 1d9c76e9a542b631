import { type Entry, field, INTERNAL, REQUIRED, type Register } from '../register.ts'
import { isLogin } from './affiliations.ts'

/**
 * Accounts of people who agreed that what they propose to projects of others is counted. What a line says is kept as a
 * consent of that person, never as a line; whoever withdraws, or whose line goes, loses all that was counted.
 */
export const optInRegister: Register = {
  id: 'opt-ins',
  title: { fr: 'Consentements', en: 'Opt-ins' },
  summary: {
    fr: 'Qui accepte que l’on compte ses contributions aux projets d’autrui, par projet et par mois.',
    en: 'Who agrees that their contributions to projects of others are counted, by project and month.',
  },
  audience: 'internal',
  key: ['login'],
  fields: {
    login: field('text', { fr: 'Identifiant du compte', en: 'Login of the account' }, { ...REQUIRED, ...INTERNAL }),
    consented: field('day', { fr: 'Jour du consentement', en: 'Day of the consent' }, { ...REQUIRED, ...INTERNAL }),
    from: field(
      'day',
      {
        fr: 'Premier jour compté ; celui du consentement si vide',
        en: 'First day counted; that of the consent when empty',
      },
      INTERNAL,
    ),
    withdrawn: field(
      'day',
      {
        fr: 'Jour du retrait : tout ce qui fut compté est effacé',
        en: 'Day of the withdrawal: all that was counted is erased',
      },
      INTERNAL,
    ),
  },
  contradicts,
}

function contradicts({ login, consented, withdrawn }: Entry) {
  if (typeof login === 'string' && !isLogin(login)) return { field: 'login', message: `"${login}" is no login.` }
  if (typeof withdrawn === 'string' && typeof consented === 'string' && withdrawn < consented)
    return { field: 'withdrawn', message: `it was withdrawn (${withdrawn}) before it was given (${consented}).` }
  return undefined
}
