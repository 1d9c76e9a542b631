import { PLACE, type PublishedTables } from './published-table.ts'

/** What contributors are invited to, and what was put right. */
export const GUIDE_TABLES: PublishedTables = {
  first_issue: {
    title: { fr: 'Premiers tickets', en: 'Good first issues' },
    fr: 'Tickets ouverts pour les nouveaux venus : sous une étiquette choisie, dans les dépôts de ce fichier.',
    from: ['issues'],
    columns: {
      repository: 'dépôt : serveur/propriétaire/nom',
      number: 'numéro dans le dépôt',
      title: 'titre, où noms, adresses électroniques et téléphones sont masqués ; vide quand il n’a pas été gardé',
      opened_on: 'jour d’ouverture, AAAA-MM-JJ',
      is_answered: '1 : quelqu’un d’autre que l’auteur a répondu ; 0 : personne encore ; vide quand on ne le sait pas',
    },
  },
  translation_gap: {
    title: { fr: 'Traductions attendues', en: 'Translations wanted' },
    fr: 'Textes attendus dans une langue : une ligne par fichier auquel il manque des clés.',
    from: ['tree'],
    columns: {
      ...PLACE,
      language: 'étiquette BCP 47',
      file: 'fichier où écrire, depuis la racine du dépôt',
      missing: { fr: 'clés de la référence qui lui manquent', unit: 'clés' },
      reference: { fr: 'clés de la référence', unit: 'clés' },
      is_absent: '1 : le composant a d’autres fichiers dans cette langue, et celui-ci n’existe pas',
    },
  },
  translation_day: {
    title: { fr: 'Journées de traduction', en: 'Translation days' },
    fr: 'Jours où l’on a traduit ensemble, ou où on le fera. Les personnes ne sont comptées qu’à partir de cinq.',
    columns: {
      position: 'ordre, la plus récente d’abord',
      date: 'jour, AAAA-MM-JJ',
      place: 'lieu',
      languages: 'liste JSON d’étiquettes BCP 47',
      participants: { fr: 'nombre de personnes ; vide quand il n’est pas dit ou trop petit', unit: 'personnes' },
    },
  },
  platform_line: {
    title: { fr: 'Générations de la plateforme', en: 'Generations of the platform' },
    fr: 'Jusqu’à quand chaque génération est entretenue, tel que cela a été annoncé.',
    columns: {
      line: 'v7 ou v8',
      since: 'jour de parution, AAAA-MM-JJ',
      features_until: 'dernier jour des évolutions, AAAA-MM-JJ',
      fixes_until: 'dernier jour des corrections de sécurité, AAAA-MM-JJ',
      source: 'qui l’a annoncé',
      url: 'où cela se lit',
      guide_url: 'guide de migration',
    },
  },
  correction: {
    title: { fr: 'Corrections', en: 'Corrections' },
    fr: 'Ce qui était faux sur le site et a été corrigé, et ce qu’ont répondu les organisations citées.',
    columns: {
      position: 'ordre, la plus récente d’abord',
      date: 'jour de la correction, AAAA-MM-JJ',
      page: 'page, figure ou donnée',
      what_fr: 'ce qui était faux et ce qui est juste, en français',
      what_en: 'ce qui était faux et ce qui est juste, en anglais',
      corrected_by: 'rôle',
      reply_from: 'organisation qui répond, dans ses mots ; vide pour une correction',
      reported_on: 'jour du signalement, AAAA-MM-JJ',
      url: 'où c’est expliqué',
    },
  },
  adoption_call: {
    title: { fr: 'Composants à adopter', en: 'Components to adopt' },
    fr: 'Composants que plus personne n’entretient et que l’on peut adopter, d’après le registre des composants.',
    columns: {
      ...PLACE,
      since: 'depuis ce jour, AAAA-MM-JJ',
      reason: 'pourquoi, dans les mots du registre',
    },
  },
}
