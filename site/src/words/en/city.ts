import type * as French from '../fr/city.ts'
/** Words around what the city wrote itself. */
export const city: typeof French.city = {
  news: 'News',
  newsLead: 'What changes in services, components and the way to contribute.',
  newsDescription: 'News of the open code, the latest first.',
  latest: 'News',
  allNews: 'All news',
  pages: 'Also read',
  written: (day) => `Written on ${day}`,
  verified: (day) => `Checked on ${day}`,
  published: (day) => `Published on ${day}`,
  otherLanguage: 'This text has not been translated into English yet. It is shown in French.',
  table: 'Table',
}
