import type { UsageDetail } from '#data/model/failures.ts'
import type { Language, Text } from '#data/model/vocabulary.ts'
import type { Chapter } from '../src/routes.ts'
import type { Wording } from '../src/words/worded.ts'
import { type BrandPlace, type ColourOrder, deriveLook, lookSheet } from './brand.ts'
import { type CityContent, type CityFile, NO_CONTENT, type Reference } from './content.ts'
import { type Logo, type LogoOrder, readLogo } from './logo.ts'
import { readColour } from './palette.ts'
import { readContent } from './read-content.ts'
import { checkWording } from './wording.ts'

/** What a city brings along, by absolute paths. */
export interface CityOrder {
  /** Folder of its Markdown texts. */
  readonly content?: string | undefined
  readonly brand?: BrandOrder | undefined
  /** Where its brand is written, for what cannot be used. */
  readonly place?: BrandPlace
}

/** How a city looks and speaks. */
export interface BrandOrder extends Told {
  readonly colours?: ColourOrder | undefined
  readonly logo?: LogoOrder | undefined
  /** Corners of controls, in px. */
  readonly radius?: number | undefined
}

interface Told {
  readonly shortName?: Text | undefined
  /** Chapters of the masthead that come first, in this order, and what they are called here. */
  readonly chapters?: readonly { readonly chapter: Chapter; readonly name?: Text | undefined }[] | undefined
  /** Links at the foot of every page. */
  readonly links?: readonly { readonly title: Text; readonly url: string }[] | undefined
  readonly wording?: Wording | undefined
  /** Name of the platform that components stand on. */
  readonly platform?: string | undefined
}

/** The brand as pages use it. */
export interface Brand extends Told {
  readonly logo: Logo
  /** Colour of the icon: the seed as given. */
  readonly seed?: string | undefined
}

/** What was read of a city, before any page is built. */
export interface City {
  readonly content: CityContent
  readonly brand: Brand
  /** Tokens of its look; empty where it has none of its own. */
  readonly sheet: string
  readonly references: readonly Reference[]
  readonly files: readonly CityFile[]
  readonly warnings: readonly UsageDetail[]
}

export async function readCity(
  { content: folder, brand = {}, place }: CityOrder,
  { base, languages }: { readonly base: string; readonly languages: readonly Language[] },
): Promise<City> {
  const { colours, logo, radius, ...told } = brand
  const at = place ?? (() => ({}))
  checkWording(brand.wording, at)
  const look = colours && deriveLook(colours, at)
  const drawn = logo && (await readLogo(logo, { base, place: at }))
  const texts = folder === undefined ? undefined : await readContent({ folder, base, languages })
  return {
    content: texts?.content ?? NO_CONTENT,
    brand: { ...told, logo: drawn?.logo ?? {}, seed: colours?.brand && readColour(colours.brand) },
    sheet: lookSheet(look, radius),
    references: texts?.references ?? [],
    files: [...(drawn?.files ?? []), ...(texts?.files ?? [])],
    warnings: texts?.warnings ?? [],
  }
}
