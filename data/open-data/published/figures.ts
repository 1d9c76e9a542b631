import type { PublishedTables } from './published-table.ts'

const STREAMS = ['change-requests', 'issues', 'commits', 'tree'] as const

/** What figures count, over what, and every number of them. */
export const FIGURE_TABLES: PublishedTables = {
  metric: {
    title: { fr: 'Ce que comptent les chiffres', en: 'What figures count' },
    fr: 'Chaque chiffre dans les mots de sa définition.',
    columns: {
      metric: 'nom court : change-requests',
      position: 'ordre, à partir de 1',
      unit: 'ce que compte la valeur',
      title_fr: 'nom, en français',
      title_en: 'nom, en anglais',
      definition_fr: 'ce qui est compté, en français',
      definition_en: 'ce qui est compté, en anglais',
      formula_fr: 'comment, en français',
      formula_en: 'comment, en anglais',
      source_fr: 'd’où viennent les nombres, en français',
      source_en: 'd’où viennent les nombres, en anglais',
      limits_fr: 'ce que le chiffre ne dit pas, en français',
      limits_en: 'ce que le chiffre ne dit pas, en anglais',
      not_for_fr: 'ce à quoi il ne doit pas servir, en français',
      not_for_en: 'ce à quoi il ne doit pas servir, en anglais',
      audience: 'public ou internal',
    },
  },
  metric_measure: {
    title: { fr: 'Colonnes des chiffres', en: 'Columns of figures' },
    fr: 'Comment s’appellent les mesures et les dimensions des réponses.',
    columns: {
      measure: 'nom, comme dans metric_value et dans ses dimensions',
      title_fr: 'nom, en français',
      title_en: 'nom, en anglais',
      kind: 'count (nombre), share (part de un), number, word (mot d’une liste fermée), name, day',
    },
  },
  metric_answer: {
    title: { fr: 'Réponses', en: 'Answers' },
    fr: 'Chaque réponse : un chiffre, sur une période. Ce fichier en tient une par chiffre, sur l’ensemble.',
    from: STREAMS,
    columns: {
      answer: 'nom de la réponse',
      metric: 'ce qui est compté',
      owner: { fr: 'organisation ; vide pour l’ensemble', isEmptyAllowed: true },
      time_window: 'recent : ce dont les figures sont tirées',
      from_month: 'premier mois compté, AAAAMM ; vide pour un état du jour',
      to_month: 'dernier mois compté, fini avant les données',
      as_of: 'instant des données',
      repositories: { fr: 'dépôts interrogés', unit: 'repositories' },
    },
  },
  metric_coverage: {
    title: { fr: 'Couverture des réponses', en: 'Coverage of answers' },
    fr: 'Jusqu’où a été lu ce sur quoi repose une réponse.',
    columns: {
      answer: 'la réponse',
      stream: 'ce qu’il fallait lire : change-requests, issues, commits, tree',
      complete: { fr: 'dépôts lus jusqu’au bout', unit: 'repositories' },
      partial: { fr: 'dépôts lus en partie', unit: 'repositories' },
      missing: { fr: 'dépôts non lus : inconnus, et non vides', unit: 'repositories' },
    },
  },
  metric_gap: {
    title: { fr: 'Lacunes des réponses', en: 'Gaps of answers' },
    fr: 'Ce qui empêche une réponse d’être entière.',
    columns: {
      answer: 'la réponse',
      position: 'ordre, à partir de 1',
      kind: 'un mot d’une liste fermée : never-read, incomplete, issues-elsewhere, few-persons…',
      subjects: 'combien de choses sont concernées ; 0 où cela ne se compte pas',
      names: 'tableau JSON : leurs noms, là où ils peuvent être dits',
    },
  },
  metric_value: {
    title: { fr: 'Chiffres', en: 'Numbers' },
    fr: 'Tous les nombres : une ligne par mesure de chaque rang d’une réponse. Un nombre derrière lequel il y a trop peu de personnes est vide, avec is_hidden à 1, et d’autres avec lui, pour qu’aucune différence ne le donne.',
    from: STREAMS,
    columns: {
      answer: 'la réponse',
      row_number: 'rang de la réponse, à partir de 1',
      measure: 'ce qu’est la valeur',
      grain: 'month (mois), quarter (trimestre), year (année) ; vide pour un état du jour',
      period: 'mois AAAAMM, trimestre AAAAT (20263 : de juillet à septembre 2026) ou année AAAA',
      dimensions: 'objet JSON, de quoi parle le rang en plus de sa période : {"author_group":"outside"}',
      value: 'le nombre ; vide s’il est masqué, non connu, ou s’il n’y a rien à dire',
      numerator: 'd’une part, ce qu’elle compte, là où cela peut être dit',
      denominator: 'd’une part, sur combien',
      is_hidden: '1 : calculé et non montré ; voir withheld',
      is_unknown: '1 : non connu, ou rien à dire : jamais zéro',
      withheld: 'pourquoi il est masqué : few-persons, small-sample, unknown-too-high',
    },
  },
}
