import { type Address, chapterOf, type Place, placeOf } from './routes.ts'

/**
 * Chapters of the internal masthead, in order, each with its places: it leads to the first that the build has, and every
 * one of them lists the others. A chapter without any is not shown.
 */
const INTERNAL_CHAPTERS = {
  todo: ['todo'],
  steering: ['board', 'reports'],
  activity: ['activity-desk', 'sustainability', 'figures'],
  responsiveness: ['responsiveness'],
  compliance: ['compliance', 'practices', 'inventory', 'migration', 'watch-list'],
  governance: ['governance'],
  'data-quality': ['data-quality'],
} as const satisfies Record<string, readonly Place[]>

export type InternalChapter = keyof typeof INTERNAL_CHAPTERS

/** Chapters with the places that are here, in order. */
export function internalChapters(
  here: readonly Place[],
): readonly { readonly chapter: InternalChapter; readonly first: Place; readonly places: readonly Place[] }[] {
  return Object.keys(INTERNAL_CHAPTERS)
    .filter(isInternalChapter)
    .flatMap((chapter) => {
      const places = placesOf(chapter).filter((place) => here.includes(place))
      const [first] = places
      return first === undefined ? [] : [{ chapter, first, places }]
    })
}

/** The internal chapter of a sheet; undefined for those of the public register. */
export function internalChapterOf(address: Address): InternalChapter | undefined {
  const names: readonly string[] = [address.sheet, placeOf(address) ?? '', chapterOf(address) ?? '']
  return Object.keys(INTERNAL_CHAPTERS)
    .filter(isInternalChapter)
    .find((chapter) => placesOf(chapter).some((place) => names.includes(place)))
}

function placesOf(chapter: InternalChapter): readonly Place[] {
  return INTERNAL_CHAPTERS[chapter]
}

function isInternalChapter(name: string): name is InternalChapter {
  return name in INTERNAL_CHAPTERS
}
