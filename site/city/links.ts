import { basename } from 'node:path'
import type { UsageDetail } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type Address, pathOf } from '../src/routes.ts'
import type { Reference } from './content.ts'
import type { OwnText, Resolved } from './own-text.ts'

/** A Markdown file of a city, by what its name says. */
export interface Written {
  readonly folder: 'pages' | 'news' | 'blocks'
  readonly slug: string
  readonly language: Language
  /** From the folder of texts on. */
  readonly path: string
}

interface Linking {
  readonly file: Written
  /** All texts that can be linked to. */
  readonly written: readonly Written[]
  /** Texts in languages that the site is not in. */
  readonly unpublished: readonly Written[]
  readonly base: string
  /** Receives the links to be looked for in the finished site. */
  readonly references: Reference[]
}

type Place = Omit<UsageDetail, 'message'>

/**
 * What a link of a text leads to: the web by https or http, a mailbox, another text by its file (`charter.md`), a page of the
 * site by its path below the language (`/composants/`).
 */
export function linkResolver({ file, written, unpublished, base, references }: Linking): OwnText['link'] {
  const inside = (path: string, anchor: string, place: Place): string => {
    const message = `there is no page at /${path}${anchor === '' ? '' : ` with a part called ${anchor}`}.`
    references.push({ path, ...(anchor === '' ? {} : { anchor: anchor.slice(1) }), place: { ...place, message } })
    return `${base}${path}${anchor}`
  }
  return (target, place): Resolved<string> => {
    if (/^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/iu.test(target)) return target
    const [, path = '', anchor = ''] = /^([^#]*)(#.*)?$/u.exec(target) ?? []
    if (path === '') return { problem: `this text has no part called ${anchor}.` }
    if (/^[a-z][a-z\d+.-]*:|^\/\//iu.test(path)) {
      return { problem: `a link leads to https://, http:// or mailto:, or to a page of the site, not to ${target}.` }
    }
    if (path.startsWith('/')) return inside(`${file.language}${path.replace(/\/?$/u, '/')}`, anchor, place)
    const wanted = textAt(path, file, { written, unpublished })
    if ('problem' in wanted) return wanted
    return inside(pathOf(addressOfText(wanted), file.language), anchor, place)
  }
}

function addressOfText({ folder, slug }: Written): Address {
  return folder === 'news' ? { sheet: 'article', slug } : { sheet: 'own', slug }
}

/** `charter.md`, `charter.fr.md` or `../news/opening.md`, from the folder of the text that says so. */
function textAt(
  path: string,
  from: Written,
  { written, unpublished }: Pick<Linking, 'written' | 'unpublished'>,
): Resolved<Written> {
  const { folder, slug } =
    /^(?:\.\/)?(?:\.\.\/(?<folder>pages|news)\/)?(?<slug>[^/.]+)(?:\.[a-z]{2})?\.md$/u.exec(path)?.groups ?? {}
  if (slug === undefined) {
    return { problem: `${path} is no page: write another text's file (name.md), or a path of the site (/composants/).` }
  }
  const isThere = (text: Written) => text.folder === (folder ?? from.folder) && text.folder !== 'blocks'
  const texts = written.filter(isThere)
  const found = texts.find((text) => text.slug === slug)
  if (found !== undefined) return found
  const other = unpublished.find((text) => isThere(text) && text.slug === slug)
  if (other !== undefined) {
    return { problem: `${basename(path)} is written in ${other.language} alone, which this site is not in.` }
  }
  return { problem: `there is no text ${basename(path)}.${suggestion(slug, new Set(texts.map((text) => text.slug)))}` }
}
