import { type Entry, field, INTERNAL, REQUIRED, type Register } from '../register.ts'
import { AFFILIATIONS } from '../vocabulary.ts'

const LOGIN = /^[a-z\d](?:[a-z\d_-]*[a-z\d])?(?:\[bot\])?$/i
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i

/**
 * Where people stood towards the organisation, and when. A line is about one account, by login or by number, or about
 * everybody who signs with a mail address of a domain; with a component, it holds for that alone. No line is published.
 */
export const affiliationRegister: Register = {
  id: 'affiliations',
  title: { fr: 'Appartenances', en: 'Affiliations' },
  summary: {
    fr: 'Où se situaient les personnes, par compte ou par domaine de messagerie, entre deux dates.',
    en: 'Where people stood, by account or by mail domain, between two dates.',
  },
  audience: 'internal',
  key: ['login', 'account', 'domain', 'component', 'from'],
  fields: {
    login: field('text', { fr: 'Identifiant du compte', en: 'Login of the account' }, INTERNAL),
    account: field(
      'text',
      { fr: 'Ou son numéro, qui survit à un changement', en: 'Or its number, which outlives a new login' },
      INTERNAL,
    ),
    domain: field('text', { fr: 'Ou domaine de messagerie', en: 'Or a mail domain' }, INTERNAL),
    affiliation: field(
      { kind: 'choice', of: AFFILIATIONS },
      { fr: 'Appartenance', en: 'Where they stood' },
      { ...REQUIRED, ...INTERNAL },
    ),
    from: field(
      'day',
      { fr: 'Premier jour ; depuis toujours si vide', en: 'First day; for ever before when empty' },
      INTERNAL,
    ),
    until: field('day', { fr: 'Dernier jour ; sans fin si vide', en: 'Last day; open when empty' }, INTERNAL),
    component: field('component', { fr: 'Seulement pour ce dépôt', en: 'For this repository alone' }, INTERNAL),
  },
  contradicts,
}

function contradicts({ login, account, domain, from, until }: Entry) {
  const given = Object.entries({ login, account, domain }).filter(([, value]) => value !== null)
  if (given.length !== 1) {
    const names = given.map(([name]) => name).join(', ') || 'none'
    return {
      field: given[1]?.[0] ?? 'affiliation',
      message: `a line has exactly one of login, account, domain; this one has ${names}.`,
    }
  }
  if (typeof login === 'string' && !isLogin(login)) return { field: 'login', message: `"${login}" is no login.` }
  if (typeof account === 'string' && !/^[1-9]\d*$/.test(account))
    return { field: 'account', message: `"${account}" is no account number.` }
  if (typeof domain === 'string' && !DOMAIN.test(domain))
    return { field: 'domain', message: `"${domain}" is no mail domain, such as example.org.` }
  if (typeof from === 'string' && typeof until === 'string' && until < from)
    return { field: 'until', message: `it ends (${until}) before it begins (${from}).` }
  return undefined
}

export function isLogin(text: string): boolean {
  return LOGIN.test(text)
}
