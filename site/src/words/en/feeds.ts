import type * as French from '../fr/feeds.ts'

export const feeds: typeof French.feeds = {
  title: 'Feeds',
  description: 'The feeds of the site, as Atom and JSON Feed: releases, new components, news, events.',
  lead: 'A feed reader brings you what comes out here, without an account or an address to give. Copy the address of a feed into yours.',
  list: 'Feeds to follow',
  listNote: 'Both forms say the same.',
  none: 'Nothing has come out yet: there is no feed to follow.',
  kinds: {
    releases: { name: 'Releases', what: 'Each release of a component, on the day it comes out.' },
    components: { name: 'New components', what: 'Components on the day their repository was created.' },
    news: { name: 'News', what: 'What changes in the services, the components and the way to contribute.' },
    events: { name: 'Events', what: 'Workshops and meetings, dated by their first day.' },
  },
  ofCollection: (collection: string) => ({
    name: `Collection: ${collection}`,
    what: 'The releases of its components.',
  }),
}
