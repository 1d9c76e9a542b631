/** Words of the pages of the office that show activity, delays and what the portfolio rests on. */
export const deskFigures = {
  period: 'Période',
  windows: { year: 'Douze derniers mois', 'three-years': 'Trente-six derniers mois', whole: 'Depuis le début' },
  together: 'Ensemble',
  byOrganisation: 'Par organisation',
  byOrganisationNote:
    'Un délai ou un facteur derrière lequel il y a moins de cinq personnes est masqué ici aussi : il se lirait comme le travail de quelqu’un.',
  organisation: 'Organisation',
  nothingRead: (streams: string) =>
    `Rien de ce que dirait cette page n’a été lu${streams === '' ? '' : ` (${streams})`} : ce n’est pas zéro, c’est inconnu. Pour le lire, nommez vos organisations dans parvis.yaml et lancez parvis collect avec un jeton.`,
  byKind: 'Commits par type de composant',
  byKindNote:
    'Sans robots ni outil de version ; un dépôt compte une fois. Ce qui n’a pas été lu n’est pas compté comme zéro.',
  kind: 'Type',
  repositories: 'Dépôts',
  unread: 'Non connus à ce jour',
  lastYear: 'Douze derniers mois',
  yearBefore: 'Douze mois d’avant',
  'activity-desk': {
    title: 'Activité',
    description: 'Propositions de code, anomalies, commits et versions, par mois et par organisation.',
    lead: 'Ce qui a été proposé, réglé, écrit et publié, et où.',
  },
  responsiveness: {
    title: 'Réactivité',
    description: 'Délais de réponse, de relecture et de fusion en jours ouvrés, et âge de ce qui attend.',
    lead: 'Combien de jours ouvrés avant une réponse, une relecture, une fusion ; et depuis quand attend ce qui attend.',
  },
  sustainability: {
    title: 'Pérennité',
    description: 'État du patrimoine, personnes qui contribuent, facteur d’absence et organisations dont il dépend.',
    lead: 'De combien de personnes et d’organisations le code dépend, et ce qui vit encore.',
  },
}
