/** Words around what the city wrote itself. */
export const city = {
  news: 'Actualités',
  newsLead: 'Ce qui change dans les services, les composants et la façon de contribuer.',
  newsDescription: 'Les actualités du code ouvert, les plus récentes d’abord.',
  latest: 'Actualités',
  allNews: 'Toutes les actualités',
  pages: 'À lire aussi',
  written: (day: string) => `Page du ${day}`,
  verified: (day: string) => `Relue le ${day}`,
  published: (day: string) => `Publiée le ${day}`,
  otherLanguage: 'Ce texte n’est pas encore traduit en français. Il est affiché en anglais.',
  table: 'Tableau',
}
