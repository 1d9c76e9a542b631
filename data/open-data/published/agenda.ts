import type { PublishedTables } from './published-table.ts'

/** What is to come, who is thanked, what texts state. */
export const AGENDA_TABLES: PublishedTables = {
  event: {
    title: { fr: 'Évènements', en: 'Events' },
    fr: 'Les évènements.',
    columns: {
      id: 'nom court',
      title_fr: 'titre en français',
      title_en: 'titre en anglais',
      summary_fr: 'de quoi il s’agit, en français',
      summary_en: 'de quoi il s’agit, en anglais',
      starts_on: 'premier jour, AAAA-MM-JJ',
      ends_on: 'dernier jour, AAAA-MM-JJ ; vide pour un seul jour',
      start_time: 'HH:MM à l’heure de time_zone',
      end_time: 'HH:MM à l’heure de time_zone',
      time_zone: 'nom IANA',
      place: 'lieu',
      url: 'page',
      languages: 'liste JSON d’étiquettes BCP 47',
      community: 'users, developers, translators, everybody',
    },
  },
  roadmap_item: {
    title: { fr: 'Feuille de route', en: 'Roadmap' },
    fr: 'Ce qu’il est prévu de faire.',
    columns: {
      id: 'nom court',
      position: 'ordre du registre, à partir de 1',
      title_fr: 'titre en français',
      title_en: 'titre en anglais',
      summary_fr: 'ce que l’on y gagne, en français',
      summary_en: 'ce que l’on y gagne, en anglais',
      repository: 'dépôt du composant concerné ; vide pour l’ensemble',
      path: { fr: 'son dossier ; vide pour la racine', isEmptyAllowed: true },
      state: 'idea, planned, under-way, done, given-up',
      quarter: 'trimestre tel qu’il est écrit : 2026-T3 ou 2026-Q3',
      url: 'où en parler',
    },
  },
  credit: {
    title: { fr: 'Remerciements', en: 'Credits' },
    fr: 'Personnes et équipes qui ont souhaité être remerciées, sous le nom de leur choix.',
    columns: {
      position: 'ordre du registre, à partir de 1',
      name: 'nom choisi',
      what_fr: 'pour quoi, en français',
      what_en: 'pour quoi, en anglais',
      url: 'lien choisi',
    },
  },
  fact: {
    title: { fr: 'Faits cités', en: 'Stated facts' },
    fr: 'Ce que les textes affirment, et d’où cela vient.',
    columns: {
      id: 'nom court',
      statement_fr: 'phrase en français',
      statement_en: 'phrase en anglais',
      value: 'le nombre qu’elle contient',
      unit: 'ce qui est compté',
      scope: 'de quoi cela est dit',
      source: 'qui le dit',
      url: 'où cela se lit',
      date: 'jour où c’était vrai, AAAA-MM-JJ',
      is_due: '1 : aurait dû être revu depuis',
    },
  },
}
