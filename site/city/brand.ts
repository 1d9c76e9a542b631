import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import {
  contrast,
  distance,
  INK,
  LEAST,
  movedTone,
  PAPERS,
  readColour,
  SERIES,
  shifted,
  THEMES,
  type Theme,
} from './palette.ts'
import { nearestTo } from './vision.ts'

/** Colours that a city may set itself: they are tested as they stand, never moved. */
const CHOICES = ['link', 'hover', 'visited', 'buttonText'] as const
type Choice = (typeof CHOICES)[number]
type Chosen = Readonly<Partial<Record<Choice, string | undefined>>>

export interface ColourOrder {
  /** Seeds, of any lightness: moved until text in them can be read. */
  readonly brand?: string | undefined
  readonly accent?: string | undefined
  /** Draws the first series of figures in the colour of the city. */
  readonly figures?: boolean | undefined
  readonly light?: Chosen | undefined
  readonly dark?: Chosen | undefined
}

/** Where a key below `site.brand` is written. */
export type BrandPlace = (keys: readonly string[]) => Omit<UsageDetail, 'message'>

/** Custom properties of the stylesheet: the colour of each theme. */
export type Tokens = Readonly<Record<string, Readonly<Record<Theme, string>>>>

/** What stands where a city says nothing, as `palette.css` has it (a test holds the two together). */
export const USUAL = {
  light: { link: '#1a458f', hover: '#12306a', visited: '#5b2a86', buttonText: '#ffffff' },
  dark: { link: '#8db4ff', hover: '#b9d1ff', visited: '#cdaff5', buttonText: '#0e1726' },
} as const satisfies Record<Theme, Record<Choice, string>>

/** Beyond this a moved seed is another colour: yellow turns olive. CIEDE2000. */
const PALE = 20
/** Least distance of the first colour of a figure from the next ones, to any eyes. CIEDE2000. */
const APART = 15

interface Look {
  readonly tokens: Tokens
  /** The seed is too light for text on white: text stays ink, the colour goes into band, lines and marker. */
  readonly isPale: boolean
}

/** The colours of a city as tokens. Throws a `UsageFailure` that tells every choice of its that cannot be read. */
export function deriveLook(colours: ColourOrder, place: BrandPlace): Look {
  const problems: UsageDetail[] = []
  const read = colourReader(place, problems)
  const seed = read(['brand'], colours.brand)
  const accent = read(['accent'], colours.accent)
  const sides = THEMES.map((theme) => {
    const chosen = Object.fromEntries(
      CHOICES.map((choice) => [choice, read([theme, choice], colours[theme]?.[choice])] as const),
    )
    const side = deriveSide({ theme, seed, accent, chosen })
    problems.push(...weakChoices({ theme, side, chosen, place }))
    if (colours.figures === true && seed !== undefined) problems.push(...confusable(theme, seed, place))
    return { theme, side }
  })
  if (problems.length > 0) {
    throw new UsageFailure('site-brand-unreadable', 'the colours of the city cannot be used as they are.', {
      details: problems,
    })
  }
  const [light, dark] = sides
  if (light === undefined || dark === undefined) throw new Error('there are two themes')
  return {
    tokens: tokensOf(light.side, dark.side, { seed, isDrawn: colours.figures === true }),
    isPale: light.side.isPale,
  }
}

function colourReader(place: BrandPlace, problems: UsageDetail[]) {
  return (keys: readonly string[], given: string | undefined): string | undefined => {
    const colour = given === undefined ? undefined : readColour(given)
    if (given !== undefined && colour === undefined) {
      problems.push({
        ...place(['colours', ...keys]),
        message: `${keys.join('.')}: ${given} is no colour: write #rrggbb.`,
      })
    }
    return colour
  }
}

interface Side extends Readonly<Record<Choice, string>> {
  /** Lines beside words that say the same. */
  readonly mark: string
  /** Behind the words of links, where their ink does not tell them from the text. */
  readonly marker: string
  readonly series: string | undefined
  readonly isPale: boolean
}

interface SideOrder {
  readonly theme: Theme
  readonly seed: string | undefined
  readonly accent: string | undefined
  readonly chosen: Chosen
}

function deriveSide({ theme, seed, accent, chosen }: SideOrder): Side {
  const papers = Object.values(PAPERS[theme])
  const usual = USUAL[theme]
  const moved = seed === undefined ? usual.link : movedTone(seed, papers, LEAST.text)
  const isPale = theme === 'light' && seed !== undefined && distance(moved, seed) > PALE
  const link = chosen.link ?? (isPale ? INK[theme] : moved)
  const deeper = isPale ? INK[theme] : shifted(link, theme === 'light' ? -10 : 10)
  return {
    link,
    hover: chosen.hover ?? (seed === undefined && chosen.link === undefined ? usual.hover : deeper),
    visited: chosen.visited ?? usual.visited,
    buttonText: chosen.buttonText ?? clearer(link, [USUAL.light.buttonText, USUAL.dark.buttonText]),
    mark: accent === undefined ? (isPale && seed !== undefined ? seed : link) : movedTone(accent, papers, LEAST.drawn),
    marker: isPale && seed !== undefined ? seed : 'transparent',
    series: seed === undefined ? undefined : movedTone(seed, papers, LEAST.drawn),
    isPale,
  }
}

function clearer(ground: string, inks: readonly [string, string]): string {
  const [one, other] = inks
  return contrast(one, ground) >= contrast(other, ground) ? one : other
}

interface Weighing {
  readonly theme: Theme
  readonly side: Side
  readonly chosen: Chosen
  readonly place: BrandPlace
}

/** Where a colour that the city set itself is too weak, with the nearest one that is not. */
function weakChoices({ theme, side, chosen, place }: Weighing): readonly UsageDetail[] {
  return CHOICES.flatMap((choice) => {
    const colour = chosen[choice]
    if (colour === undefined) return []
    const grounds: Readonly<Record<string, string>> = choice === 'buttonText' ? { button: side.link } : PAPERS[theme]
    const nearest = movedTone(colour, Object.values(grounds), LEAST.text)
    return Object.entries(grounds).flatMap(([name, ground]): readonly UsageDetail[] => {
      const ratio = contrast(colour, ground)
      if (ratio >= LEAST.text) return []
      const pair = `${theme}.${choice} ${colour} on the ${name} ${ground}`
      const message = `${pair} has a contrast of ${cut(ratio)}, and text needs ${LEAST.text}. The nearest that passes is ${nearest}.`
      return [{ ...place(['colours', theme, choice]), message }]
    })
  })
}

/** Cut, never rounded up: 4.499 is not 4.5. */
function cut(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2)
}

/** Whether the city's colour can be told from the others of a figure by everybody. */
function confusable(theme: Theme, seed: string, place: BrandPlace): readonly UsageDetail[] {
  const first = movedTone(seed, Object.values(PAPERS[theme]), LEAST.drawn)
  const nearest = nearestTo(first, SERIES[theme].slice(1))
  if (nearest === undefined || nearest.distance >= APART) return []
  const eyes = nearest.vision === 'common' ? 'everybody' : nearest.vision
  const message = `figures cannot start with ${first} (${theme}): to ${eyes} it is ${nearest.distance.toFixed(1)} away from ${nearest.other}, and ${APART} are needed. Leave "figures" out.`
  return [{ ...place(['colours', 'figures']), message }]
}

interface Drawn {
  readonly seed: string | undefined
  readonly isDrawn: boolean
}

function tokensOf(light: Side, dark: Side, { seed, isDrawn }: Drawn): Tokens {
  const both = (key: Choice | 'mark' | 'marker') => ({ light: light[key], dark: dark[key] })
  return {
    brand: both('link'),
    'brand-strong': both('hover'),
    visited: both('visited'),
    'on-brand': both('buttonText'),
    mark: both('mark'),
    marker: both('marker'),
    ...(seed === undefined ? {} : { band: { light: seed, dark: seed } }),
    ...(isDrawn && light.series !== undefined && dark.series !== undefined
      ? { 'series-1': { light: light.series, dark: dark.series } }
      : {}),
  }
}

/** Links whose ink is that of the text have the colour of the city behind the foot of their words. */
const MARKER =
  'main a:not(.button) { background: linear-gradient(var(--marker), var(--marker)) 0 100% / 100% 0.3em no-repeat; }\n'

/** The tokens as a stylesheet that follows `palette.css`; empty where nothing differs. */
export function lookSheet(look: Look | undefined, radius: number | undefined): string {
  const lines = Object.entries(look?.tokens ?? {}).map(
    ([name, { light, dark }]) => `  --${name}: light-dark(${light}, ${dark});`,
  )
  if (radius !== undefined) lines.push(`  --radius: ${radius}px;`)
  const root = lines.length === 0 ? '' : `:root {\n${lines.join('\n')}\n}\n`
  return look?.isPale === true ? root + MARKER : root
}
