/** Words of the page that sets components side by side. */
export const compare = {
  title: 'Comparer des composants',
  description: 'Jusqu’à quatre composants côte à côte : état, socle, licence, versions, entretien, réutilisation.',
  lead: 'Jusqu’à quatre composants côte à côte. Les faits du registre, sans note ni classement : ce qui convient dépend du besoin.',
  noScript:
    'La comparaison demande un script. Sans lui, les mêmes faits se lisent sur la page de chaque composant, ou dans le fichier de tous :',
  add: 'Ajouter un composant',
  placeholder: 'Nom du composant',
  button: 'Ajouter',
  remove: 'Retirer',
  none: 'Choisissez un premier composant.',
  full: 'Quatre au plus : retirez-en un pour en ajouter un autre.',
  unknown: 'Aucun composant du registre ne porte ce nom.',
  caption: 'Composants côte à côte',
  fact: 'Fait',
  facts: {
    purpose: 'À quoi il sert',
    version: 'Dernière version',
    released: 'Parue le',
    readiness: 'Niveau d’entretien',
    adopters: 'Réutilisateurs directs',
    through: 'Réutilisateurs par un pack',
  },
  notKnown: 'non connu',
  link: 'Comparer avec d’autres',
  many: 'Comparer des composants côte à côte',
}
