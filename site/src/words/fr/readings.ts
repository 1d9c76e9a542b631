import { frenchPlural as plural } from '#data/model/plural.ts'
import type { Counted } from '../sentences.ts'

/** What is read below a drawing: whole sentences, with whatever of the numbers is known and may be shown. */
export const readings = {
  over: (from: string, to: string) => (from === to ? `En ${from}` : `De ${from} à ${to}`),
  told: (during: string, parts: readonly string[]) => `${during}, ${listed(parts, 'et')}.`,
  flow: {
    'change-requests': {
      opened: (of: Counted) => `${counted(of, 'proposition')} ${plural(of.count, 'a été ouverte', 'ont été ouvertes')}`,
      merged: (of: Counted) => `${of.text} ${plural(of.count, 'fusionnée')}`,
      closed_unmerged: (of: Counted) => `${of.text} ${plural(of.count, 'fermée')} sans fusion`,
    },
    issues: {
      opened: (of: Counted) =>
        `${counted(of, 'anomalie ou demande', 'anomalies et demandes')} ${plural(of.count, 'a été ouverte', 'ont été ouvertes')}`,
      closed: (of: Counted) => `${of.text} ${plural(of.count, 'fermée')}`,
    },
    commits: {
      commits: (of: Counted) =>
        `${counted(of, 'modification du code a été enregistrée', 'modifications du code ont été enregistrées')} par des personnes`,
      release_commits: (of: Counted) =>
        `${of.text} par un outil qui publie les versions (non ${plural(of.count, 'comptée')} ici)`,
      bot_commits: (of: Counted) => `${of.count === 0 ? 'aucune' : of.text} par des robots`,
    },
    'author-groups': {
      inside: (of: Counted) => `${counted(of, 'proposition vient', 'propositions viennent')} de la collectivité`,
      contractor: (of: Counted) => `${of.text} de ses prestataires`,
      outside: (of: Counted) => `${of.text} de l’extérieur`,
      unknown: (of: Counted) => `${of.text} de personnes dont on ne sait pas d’où elles écrivent`,
      bot: (of: Counted) => `${of.count === 0 ? 'aucune' : of.text} de robots (hors du total)`,
    },
  },
  waited: ({ during, half, most }: { during: string; half: string; most: string | undefined }) =>
    `${during}, la moitié des cas a demandé au plus ${half}${most === undefined ? '' : `, et neuf cas sur dix au plus ${most}`}.`,
  withDays: (working: string, days: string) => `${working} (${days} de calendrier)`,
  settled: (of: Counted) => `Le calcul porte sur ${counted(of, 'cas')} ${plural(of.count, 'abouti')}.`,
  range: ({ least, leastIn, most, mostIn }: { least: string; leastIn: string; most: string; mostIn: string }) =>
    `La part la plus basse de la période est de ${least} (${leastIn}), la plus haute de ${most} (${mostIn}).`,
  steady: (share: string) => `La part est de ${share} dans toute la période.`,
  of: (during: string, part: Counted, whole: string) => `${during}, cela fait ${part.text} sur ${whole}.`,
  fateUnknown: (share: string) => `On ne sait pas ce que sont devenues ${share} des propositions finies.`,
  contributors: {
    active: (of: Counted) => `${counted(of, 'personne a contribué', 'personnes ont contribué')}`,
    new: (of: Counted) => `${of.text} pour la première fois`,
    drifting: (of: Counted) =>
      `${of.count === 0 ? 'aucune autre ne s’éloigne' : `${counted(of, 'autre s’éloigne', 'autres s’éloignent')} sans rien avoir fait depuis des mois`}`,
  },
  waiting: (age: string) => `La moitié attend depuis moins de ${age}, l’autre moitié depuis plus longtemps.`,
  oldest: (age: string) => `La plus ancienne attend depuis ${age}.`,
  absence: {
    commit: (factor: Counted, of: string) =>
      `la moitié des modifications du code ${plural(factor.count, 'vient d’une personne', `vient de ${factor.text} personnes`)} sur ${of}`,
    'change-request': (factor: Counted, of: string) =>
      `la moitié des propositions ${plural(factor.count, 'vient d’une personne', `vient de ${factor.text} personnes`)} sur ${of}`,
  },
  diversity: (commits: string, contributors: Counted) =>
    `Sont comptés ${commits} commits de ${counted(contributors, 'personne')}.`,
  affiliationUnknown: (share: string) => `Pour ${share} des commits, l’organisation n’est pas connue.`,
  communities: {
    'issue-authors': (of: Counted) =>
      `${counted(of, 'personne a ouvert', 'personnes ont ouvert')} une anomalie ou une demande`,
    'commit-authors': (of: Counted) => `${counted(of, 'a écrit', 'ont écrit')} du code`,
    'change-request-authors': (of: Counted) => `${counted(of, 'a proposé', 'ont proposé')} un changement`,
    'translation-authors': (of: Counted) => `${counted(of, 'a traduit', 'ont traduit')}`,
  },
  inTwelveMonths: 'En douze mois',
  halfYear: (of: Counted) => `${counted(of, 'version a', 'versions ont')} moins de six mois.`,
  gap: (age: string) => `Entre deux versions d’un même composant passent le plus souvent ${age} environ (médiane).`,
  rows: (parts: readonly string[]) => `Le détail : ${listed(parts, 'et')}.`,
  rest: (parts: readonly string[]) => `Viennent ensuite : ${listed(parts, 'et')}.`,
  bracketed: (name: string, value: string) => `${name} (${value})`,
  adoption: {
    'in-service': (of: Counted) => `${counted(of, 'organisation')} en service`,
    testing: (of: Counted) => `${of.text} en essai`,
    stopped: (of: Counted) => `${of.text} qui ${plural(of.count, 'a', 'ont')} arrêté`,
    unknown: (of: Counted) => `${of.text} dont l’état n’est pas connu`,
  },
  isAdopted: (parts: readonly string[]) => `Le registre compte ${listed(parts, 'et')}.`,
  migration: {
    migrated: (of: Counted) => `${counted(of, 'composant est passé', 'composants sont passés')} à la génération 8`,
    free: (of: Counted) => `${of.text} ${plural(of.count, 'peut', 'peuvent')} commencer`,
    blocked: (of: Counted) => `${of.text} ${plural(of.count, 'attend', 'attendent')} un autre composant`,
    unknown: (of: Counted) => `l’état de ${of.text} n’est pas connu`,
  },
  stands: (parts: readonly string[]) => `Au jour des données, ${listed(parts, 'et')}.`,
  takenOver:
    'Une proposition reprise à la main est entrée dans le code sous une autre forme : elle n’a pas été refusée.',
  untold: (of: Counted) => `Pour ${counted(of, 'proposition')}, rien ne dit ce qui a motivé la fermeture.`,
}

function counted({ count, text }: Counted, one: string, many?: string): string {
  return `${text} ${one === 'cas' ? one : plural(count, one, many)}`
}

/** Parts with commas of their own are told apart by semicolons. */
function listed(parts: readonly string[], and: string): string {
  if (parts.some((part) => /,\s/u.test(part))) return parts.join(' ; ')
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}
