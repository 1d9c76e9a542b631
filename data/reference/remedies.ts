import type { FailureKind, Language } from '../model/vocabulary.ts'

/** What somebody can do about a thing that could not be read, by its reason; a need that is absent says so itself. */
export const REMEDIES = {
  fr: {
    network:
      'vérifiez l’adresse, la connexion et le mandataire (HTTPS_PROXY), puis relancez : la collecte reprend où elle en était',
    timeout: 'relancez plus tard : la collecte reprend où elle en était',
    'rate-limit': 'relancez après l’heure indiquée : la collecte reprend où elle en était',
    'resource-limit': 'rien à faire : redemandé à la prochaine collecte',
    unauthorized:
      'créez un nouveau jeton chez l’hébergeur et mettez-le dans la variable d’environnement de l’organisation',
    forbidden:
      'donnez au jeton le droit qui manque (read:org, repo), ou faites-le admettre par l’organisation (SSO, liste d’adresses)',
    'not-found': 'vérifiez l’orthographe ; un jeton sans droit sur un dépôt privé ne le voit pas',
    gone: 'retiré chez l’hébergeur : rien à faire',
    'invalid-answer': 'relancez ; si cela dure, signalez-le (CONTRIBUTING.md)',
    'too-large': 'lisez un clone local à la place (clones : dans parvis.yaml)',
    'need-absent': undefined,
    mistake: 'corrigez la ligne dite, puis relancez avec --only et le nom de la source',
    interrupted: 'relancez la même commande : elle reprend où elle en était',
  },
  en: {
    network:
      'check the address, the connection and the proxy (HTTPS_PROXY), then run again: it goes on where it stopped',
    timeout: 'run again later: it goes on where it stopped',
    'rate-limit': 'run again after the time named: it goes on where it stopped',
    'resource-limit': 'nothing to do: it is asked again at the next collection',
    unauthorized: 'make a new token at the host and put it into the environment variable of the organisation',
    forbidden:
      'give the token the right it lacks (read:org, repo), or have the organisation admit it (SSO, list of addresses)',
    'not-found': 'check the spelling; a token without a right to a private repository does not see it',
    gone: 'taken away at the host: nothing to do',
    'invalid-answer': 'run again; if it stays, report it (CONTRIBUTING.md)',
    'too-large': 'read a local clone instead (clones: in parvis.yaml)',
    'need-absent': undefined,
    mistake: 'mend the line named, then run again with --only and the name of the source',
    interrupted: 'run the same command again: it goes on where it stopped',
  },
} as const satisfies Record<Language, Record<FailureKind, string | undefined>>
