import { type Feed, type FeedItem, instantOfDay } from './feed.ts'

/** JSON Feed 1.1. It has no base for a path to be read from: addresses that are no absolute ones are left out. */
export function jsonFeed(feed: Feed): string {
  const told = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(isAbsolute(feed.url) ? { home_page_url: feed.url, feed_url: `${feed.self}.json` } : {}),
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.items.map(itemOf),
  }
  return `${JSON.stringify(told, null, 2)}\n`
}

function itemOf({ id, url, title, summary, date, language }: FeedItem) {
  return {
    id,
    ...(isAbsolute(url) ? { url } : {}),
    title,
    // An item has to have a content.
    content_text: summary ?? title,
    date_published: instantOfDay(date),
    language,
  }
}

function isAbsolute(address: string): boolean {
  return !address.startsWith('/')
}
