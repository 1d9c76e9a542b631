import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { figures } from '../register.ts'
import { nameOf } from '../telling/telling.ts'
import { fileNames, fileSize } from './registry.ts'

export interface ListedFamily {
  readonly what: string
  /** Files to link to; a folder with one file for each component or pack is told by its pattern instead. */
  readonly files: readonly { readonly name: string; readonly form: string }[]
  readonly pattern: string | undefined
  readonly count: number
  readonly bytes: number
}

/** The files that go with pages, one line a family. Drawn from what is written, so that none can be forgotten. */
export function listedFamilies(language: Language): readonly ListedFamily[] {
  const { words } = desk(language)
  // Feeds have a page of their own.
  const names = fileNames.filter((name) => !name.startsWith('feeds/') && !isOtherLanguage(name, language))
  return [...Map.groupBy(names, familyOf)].map(([family, members]) => {
    const figure = figures.find(({ id }) => id === family)
    return {
      what: words.openData.families[family] ?? (figure === undefined ? family : nameOf(figure, language)),
      files: family.endsWith('/*') ? [] : members.map((name) => ({ name, form: extensionOf(name).toUpperCase() })),
      pattern: family.endsWith('/*') ? `${family}.${[...new Set(members.map(extensionOf))].join(', .')}` : undefined,
      count: members.length,
      bytes: members.reduce((sum, name) => sum + fileSize(name), 0),
    }
  })
}

/** `components/*` for what lies in a folder, else the name up to its first dot. */
function familyOf(name: string): string {
  const folder = name.lastIndexOf('/')
  return folder < 0 ? (name.split('.')[0] ?? name) : `${name.slice(0, folder)}/*`
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function isOtherLanguage(name: string, language: Language): boolean {
  const [, told] = /\.(fr|en)\.[a-z]+$/u.exec(name) ?? []
  return told !== undefined && told !== language
}
