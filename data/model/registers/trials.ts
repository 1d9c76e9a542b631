import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** Starts of an assembly that somebody saw succeed or fail: what "tried together" rests on. */
export const trials: Register = {
  id: 'trials',
  title: { fr: 'Essais de packs de services', en: 'Trials of service packs' },
  summary: {
    fr: 'Quand un pack de services a été démarré, avec quelle commande et quel résultat.',
    en: 'When a service pack was started, by which command and with which result.',
  },
  audience: 'public',
  key: ['assembly', 'date'],
  fields: {
    assembly: field('component', { fr: 'Pack de services', en: 'Service pack' }, REQUIRED),
    date: field('day', { fr: 'Jour', en: 'Day' }, REQUIRED),
    revision: field('text', { fr: 'Commit essayé', en: 'Commit that was tried' }, REQUIRED),
    command: field('text', { fr: 'Commande de démarrage', en: 'Command that starts it' }, REQUIRED),
    result: field({ kind: 'choice', of: ['started', 'failed'] }, { fr: 'Résultat', en: 'Result' }, REQUIRED),
    requires: field('prose', { fr: 'Ce qu’il faut avoir', en: 'What it needs' }),
    contact: field('prose', { fr: 'Rôle ou équipe à qui demander', en: 'Role or team to ask' }, ROLE),
  },
}
