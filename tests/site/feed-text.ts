import { SaxesParser } from 'saxes'

export interface AtomEntry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly summary: string | undefined
  readonly link: string | undefined
}

/** What a reader of Atom finds in a feed; an error where it is no XML. The feed itself is the first. */
export function readAtom(xml: string): readonly AtomEntry[] {
  const parser = new SaxesParser({ xmlns: true })
  const found: { texts: Map<string, string>; links: Map<string, string> }[] = []
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, attributes }) => {
    text = ''
    if (local === 'feed' || local === 'entry') found.push({ texts: new Map(), links: new Map() })
    if (local === 'link') found.at(-1)?.links.set(attributes.rel?.value ?? '', attributes.href?.value ?? '')
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', ({ local }) => found.at(-1)?.texts.set(local, text))
  parser.write(xml).close()
  return found.map(({ texts, links }) => ({
    id: texts.get('id') ?? '',
    title: texts.get('title') ?? '',
    updated: texts.get('updated') ?? '',
    summary: texts.get('summary'),
    link: links.get('alternate'),
  }))
}
