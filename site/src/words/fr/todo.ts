import { frenchPlural as plural } from '#data/model/plural.ts'

export const todo = {
  description: 'Ce qui attend, le plus urgent d’abord, avec ce qui le règle.',
  finding: ({ late, soon, open }: { late: number; soon: number; open: number }) =>
    late + soon + open === 0
      ? 'Rien n’attend'
      : late === 0
        ? `Rien n’est en retard ; ${soon + open} ${plural(soon + open, 'chose attend', 'choses attendent')}`
        : `${late} ${plural(late, 'chose en retard', 'choses en retard')}, ${soon === 0 ? 'aucune' : soon} dans les trente jours`,
  lead: (day: string) =>
    `Au ${day}, jour des données. Le plus urgent vient d’abord ; les personnes ne sont jamais nommées. La même liste en ligne de commande : parvis todo.`,
  nothing: (day: string) =>
    `Au ${day}, tout ce qui a été regardé est à jour. Ce qui n’a pas été regardé est dit plus bas.`,
  urgency: { late: 'En retard', soon: 'Bientôt', open: 'À voir' },
  due: 'pour le',
  since: 'depuis le',
  place: 'Fichier',
  host: 'Voir chez l’hébergeur',
  everything: 'L’ensemble',
  count: (count: number) => `${count} ${plural(count, 'chose attend', 'choses attendent')}`,
  heads: [
    { name: 'Objet' },
    { name: 'Urgence' },
    { name: 'Pour le' },
    { name: 'Depuis le' },
    { name: 'Raison' },
    { name: 'Ce qui le règle' },
  ],
  gaps: 'Ce qui n’a pas été regardé',
  gapsNote: 'Rien de tout cela n’est compté : ce n’est pas zéro, c’est inconnu.',
  noGaps: 'Tout a été regardé.',
}
