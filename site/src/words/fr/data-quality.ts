import { frenchPlural as plural } from '#data/model/plural.ts'

export const dataQuality = {
  description: 'Ce qui a été lu, ce qui manque et pourquoi, ce qui le répare.',
  finding: ({ incomplete, runs }: { incomplete: number; runs: number }) =>
    runs === 0
      ? 'Qualité des données'
      : incomplete === 0
        ? 'Toutes les dernières collectes sont complètes'
        : `${incomplete} ${plural(incomplete, 'collecte incomplète', 'collectes incomplètes')} sur ${runs}`,
  lead: (day: string) =>
    `Données du ${day}. Ce qui n’a pas été lu n’est pas nul : voici ce qui manque, pourquoi, et ce qui le répare.`,
  coverage: 'Ce qui a été lu',
  coverageNote: 'Dépôts lus en entier, en partie ou pas du tout.',
  gaps: 'Ce qui manque',
  gapsNote: 'Par objet et par raison, avec le remède.',
  noGaps: 'Rien de ce qui a été demandé ne manque.',
  gapHeads: [{ name: 'Objet' }, { name: 'Raison' }, { name: 'Dépôts', isNumber: true }, { name: 'Remède' }],
  runs: 'Dernière collecte de chaque source',
  runsNote: 'La fraîcheur, source par source.',
  scopes: (count: number) => `${count} sources`,
  noRuns: 'Rien n’a encore été collecté.',
  runHeads: [
    { name: 'Source' },
    { name: 'Issue' },
    { name: 'Le' },
    { name: 'Lus', isNumber: true },
    { name: 'Ennuis', isNumber: true },
  ],
  age: (days: number) => (days === 0 ? 'le jour même' : `${days} ${plural(days, 'jour')} avant les autres`),
  knownUntil: ({ first, last }: { first: string; last: string }) =>
    `Un clone ne dit rien de ce qui a suivi sa dernière mise à jour. Selon le dépôt, l’historique est connu jusqu’à une date du ${first} au ${last} : les mettre à jour (git fetch), puis relancer parvis refresh.`,
  problems: 'Erreurs de la dernière collecte',
  problemsNote: 'Ce que l’outil ne sait dire qu’en anglais est laissé tel quel.',
  noProblems: 'Aucune.',
  problemHeads: [{ name: 'Source' }, { name: 'Raison' }, { name: 'Ce qui s’est passé' }],
  registers: 'Registres tenus à la main',
  registersNote: 'Leur âge se lit au jour le plus récent qu’ils citent.',
  registerHeads: [
    { name: 'Registre' },
    { name: 'Tenu' },
    { name: 'Lignes', isNumber: true },
    { name: 'Jour le plus récent' },
    { name: 'Lu le' },
    { name: 'Noms sans suite', isNumber: true },
  ],
  kept: 'oui',
  notKept: 'non',
}
