import { escapeMarkup } from '#data/model/markup.ts'
import { type Feed, type FeedItem, instantOfDay } from './feed.ts'

/** Atom (RFC 4287). A link that is a path is one from the address that the feed was read at: valid, though not absolute. */
export function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('updated', instantOfDay(feed.updated)),
    `<author>${element('name', feed.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(`${feed.self}.atom`)}"/>`,
    link(feed.url),
    ...feed.items.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ id, url, title, summary, date, language }: FeedItem): string {
  return [
    `<entry xml:lang="${language}">`,
    element('id', id),
    element('title', title),
    element('updated', instantOfDay(date)),
    link(url),
    ...(summary === null ? [] : [element('summary', summary)]),
    '</entry>',
  ].join('')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`
}

function link(address: string): string {
  return `<link rel="alternate" type="text/html" href="${escapeMarkup(address)}"/>`
}
