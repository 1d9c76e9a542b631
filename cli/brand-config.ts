import type { Text } from '#data/model/vocabulary.ts'
import {
  choice,
  flag,
  isMapping,
  listOf,
  mapOf,
  matching,
  optional,
  type Reader,
  record,
  text,
} from '#policies/options.ts'
import { url } from '#policies/pack-format.ts'
import { SITE_NAMES } from '#site/places.ts'

const colour = () => text('a colour, #rrggbb')
const chosen = record({
  link: optional(colour()),
  hover: optional(colour()),
  visited: optional(colour()),
  buttonText: optional(colour()),
})
const logoFile = () => matching(/\.(?:svg|png)$/iu, 'the path of an SVG or PNG file')

/** Whole pixels from 0 to 4: corners of controls. */
function radius(): Reader<number> {
  const expects = 'a whole number of pixels from 0 to 4'
  return {
    expects,
    schema: () => ({ type: 'integer', minimum: 0, maximum: 4 }),
    read(value, path, problems) {
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4) return value
      problems.push({ path, at: 'value', message: `expected ${expects}.` })
      return undefined
    },
  }
}

/** How the site of a city looks and speaks; `site/city/brand.ts` tells what is made of it. */
export const brandIn = (told: Reader<Text>) =>
  record({
    /** In titles of windows and feeds, where the whole name is long. */
    shortName: optional(told),
    colours: optional(
      record({
        /** Any colour: it is moved in lightness until text in it can be read, and stays as it is in the band. */
        brand: optional(colour()),
        /** Lines that mark the current chapter and the doors of the home page. */
        accent: optional(colour()),
        /** Draws the first series of figures in the colour of the city. */
        figures: optional(flag()),
        /** Colours as they shall stand: the build fails where they cannot be read. */
        light: optional(chosen),
        dark: optional(chosen),
      }),
    ),
    logo: optional(record({ light: logoFile(), dark: optional(logoFile()), mono: optional(logoFile()) })),
    radius: optional(radius()),
    /** Chapters of the masthead that come first, in this order, and what they are called here. */
    chapters: optional(listOf(record({ chapter: choice(SITE_NAMES.chapters), name: optional(told) }))),
    /** Links at the foot of every page. */
    links: optional(listOf(record({ title: told, url: url() }))),
    /** Words of the pages and what the city says in their place: `city: municipality`. */
    wording: optional(record({ fr: optional(mapOf(text())), en: optional(mapOf(text())) })),
    /** Name of the platform that components stand on, where pages say "core". */
    platform: optional(text()),
  })

/** `off` as YAML 1.2 reads it, a word, and as older files meant it. */
function onOff(): Reader<boolean> {
  const word = choice(['on', 'off'])
  return {
    expects: 'on or off',
    schema: () => ({ enum: ['on', 'off', true, false] }),
    read(value, path, problems) {
      if (typeof value === 'boolean') return value
      const read = word.read(value, path, problems)
      return read === undefined ? undefined : read === 'on'
    },
  }
}

/** Pages by name, on or off; `kept` are those of which only `on` can be said. Answers the names that are off. */
export function switches<Name extends string>(
  names: readonly Name[],
  kept: readonly string[],
): Reader<readonly Name[]> {
  const one = onOff()
  const known = record(Object.fromEntries(names.map((name) => [name, optional(one)] as const)))
  return {
    ...{ expects: 'a mapping of pages, each on or off', schema: known.schema },
    read(value, path, problems) {
      const isKept = (key: string) => kept.includes(key)
      const given = isMapping(value) ? value : {}
      for (const key of Object.keys(given).filter((name) => isKept(name) && given[name] !== 'on')) {
        problems.push({ path: [...path, key], at: 'key', message: `a site has its page "${key}", always.` })
      }
      const others = Object.fromEntries(Object.entries(given).filter(([key]) => !isKept(key)))
      const read = known.read(isMapping(value) ? others : value, path, problems)
      return read && names.filter((name) => read[name] === false)
    },
  }
}
