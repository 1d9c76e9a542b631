import type { Text } from '../../model/vocabulary.ts'

/** What several metrics say word for word. */
export const FROM_CHANGE_REQUESTS: Text = {
  fr: 'Propositions de code que l’hébergeur montre encore, lues par `parvis collect`.',
  en: 'Change requests that the host still shows, read by `parvis collect`.',
}

export const FROM_ISSUES: Text = {
  fr: 'Anomalies et demandes de l’hébergeur ; le registre des suivis dit où elles vivent ailleurs.',
  en: 'Issues of the host; the register of trackers says where they live elsewhere.',
}

export const FROM_COMMITS: Text = {
  fr: 'Commits de la branche par défaut, hors dépôts copiés d’ailleurs (forks, miroirs).',
  en: 'Commits on the default branch, outside of copies of others (forks, mirrors).',
}

export const ISSUES_ELSEWHERE: Text = {
  fr: 'Un dépôt dont les anomalies vivent ailleurs n’est pas compté : ses chiffres sont inconnus, pas nuls.',
  en: 'A repository whose issues live elsewhere is not counted: its figures are not known, not nought.',
}

export const GROUP_LIMITS: Text = {
  fr: 'Le groupe est celui du jour de l’ouverture, d’après le registre des appartenances puis la liste des membres ; qui n’y est pas est « non connu », jamais « extérieur ». Les mois sont ceux du temps universel.',
  en: 'The group is that of the day of opening, by the register of affiliations, then the list of members; who is in neither is "not known", never "outside". Months are those of universal time.',
}

export const NOT_FOR_RANKING: Text = {
  fr: 'Comparer des projets, des équipes ou des personnes entre eux.',
  en: 'Comparing projects, teams or people with each other.',
}

export const NOT_FOR_APPRAISAL: Text = {
  fr: 'Juger le travail d’un agent : sous cinq personnes, rien n’est dit d’un dépôt seul.',
  en: 'Judging the work of anybody: under five people, nothing is said of a repository alone.',
}
