/** Words of the internal masthead. */
export const internalChapter = {
  todo: 'À traiter',
  steering: 'Pilotage',
  activity: 'Activité',
  responsiveness: 'Réactivité',
  compliance: 'Conformité',
  governance: 'GGI',
  'data-quality': 'Qualité des données',
}

export const subChapters = {
  label: 'Pages de la rubrique',
  register: 'Le registre public',
}
