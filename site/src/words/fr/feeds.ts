export const feeds = {
  title: 'Flux',
  description: 'Les flux du site, en Atom et en JSON Feed : versions, nouveaux composants, actualités, rendez-vous.',
  lead: 'Un lecteur de flux vous apporte ce qui paraît ici, sans compte et sans adresse à donner. Copiez l’adresse d’un flux dans le vôtre.',
  list: 'Flux à suivre',
  listNote: 'Les deux formats disent la même chose.',
  none: 'Rien n’est encore paru : il n’y a pas de flux à suivre.',
  kinds: {
    releases: { name: 'Versions publiées', what: 'Chaque version d’un composant, le jour où elle paraît.' },
    components: { name: 'Nouveaux composants', what: 'Les composants au jour où leur dépôt a été créé.' },
    news: { name: 'Actualités', what: 'Ce qui change dans les services, les composants et la façon de contribuer.' },
    events: { name: 'Rendez-vous', what: 'Ateliers et rencontres, datés de leur premier jour.' },
  },
  ofCollection: (collection: string) => ({
    name: `Sélection : ${collection}`,
    what: 'Les versions de ses composants.',
  }),
}
