import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { home } from '../register.ts'

/** Latest releases as Atom. Addresses are absolute where the site knows its own, else ids of no place. */
export function releaseFeed(language: Language): string {
  const { words, text, settings, href } = desk(language)
  const absolute = (path: string) =>
    settings.site === undefined ? `urn:parvis:${path}` : new URL(path, settings.site).href
  const title = `${text(settings.identity.title)} — ${words.home.releases}`
  const entries = home.releases.map(({ slug, name, version, releasedOn }) => {
    const address = absolute(href({ sheet: 'component', slug }))
    return [
      '<entry>',
      `<id>${escapeXml(`${address}#${version}`)}</id>`,
      `<title>${escapeXml(`${name} ${version}`)}</title>`,
      `<updated>${releasedOn}T00:00:00Z</updated>`,
      `<link href="${escapeXml(address)}"/>`,
      '</entry>',
    ].join('')
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escapeXml(absolute(href({ sheet: 'home' })))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${home.asOf}T00:00:00Z</updated>`,
    `<author><name>${escapeXml(text(settings.identity.publisher))}</name></author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
