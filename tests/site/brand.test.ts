import { describe, expect, test } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { type ColourOrder, deriveLook, lookSheet } from '#site/city/brand.ts'
import { contrast, distance, LEAST, leastContrast, movedTone, PAPERS, SERIES, THEMES } from '#site/city/palette.ts'
import { nearestTo } from '#site/city/vision.ts'
import { checkWording } from '#site/city/wording.ts'
import { worded } from '#site/src/words/worded.ts'

const place = (keys: readonly string[]) => ({ file: 'parvis.yaml', line: 7, column: keys.length })
const look = (colours: ColourOrder) => deriveLook(colours, place)

function refusals(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (error instanceof UsageFailure) return error.details.map(({ line, message }) => `${line} ${message}`)
    throw error
  }
  return []
}

describe('a seed', () => {
  // Measured: contrast on white; the tone for text on light paper and on dark, each with its least contrast.
  test.each([
    ['navy', '#0a2a6b', 13.49, '#0a2a6b', 12.28, '#5286ef', 4.64],
    ['red', '#e2001a', 4.94, '#dd0019', 4.67, '#ff354c', 4.52],
    ['yellow', '#ffcc00', 1.51, '#856a00', 4.71, '#ffcc00', 10.71],
    ['green', '#3aaa35', 3.01, '#2b7f28', 4.58, '#3aaa35', 5.39],
    ['orange', '#f28c00', 2.46, '#a05d00', 4.71, '#f28c00', 6.58],
    ['violet', '#7a2a90', 8.2, '#7a2a90', 7.46, '#bb67d3', 4.62],
    ['cyan', '#00a0dc', 2.97, '#0077a4', 4.58, '#00a0dc', 5.45],
  ])(
    '%s moves in lightness alone, and no further than text needs',
    (_, seed, onWhite, light, lightRatio, dark, darkRatio) => {
      expect(contrast(seed, '#ffffff')).toBeCloseTo(onWhite, 1)
      for (const [theme, tone, ratio] of [
        ['light', light, lightRatio],
        ['dark', dark, darkRatio],
      ] as const) {
        const papers = Object.values(PAPERS[theme])
        expect(movedTone(seed, papers, LEAST.text)).toBe(tone)
        expect(Math.abs(leastContrast(tone, papers) - ratio)).toBeLessThan(0.02)
      }
    },
  )

  test('stays as it is in the band, whatever its lightness', () => {
    expect(look({ brand: '#FC0' }).tokens.band).toEqual({ light: '#ffcc00', dark: '#ffcc00' })
  })

  test.each(['#0a2a6b', '#e2001a', '#ffcc00', '#3aaa35', '#f28c00', '#ffffff', '#000000', '#808080'])(
    '%s gives links, hovers and buttons that can be read in both themes',
    (brand) => {
      const { tokens } = look({ brand, accent: brand })
      for (const theme of THEMES) {
        const papers = Object.values(PAPERS[theme])
        for (const token of ['brand', 'brand-strong', 'visited']) {
          expect(leastContrast(tokens[token]?.[theme] ?? '', papers), token).toBeGreaterThanOrEqual(4.5)
        }
        expect(contrast(tokens['on-brand']?.[theme] ?? '', tokens.brand?.[theme] ?? '')).toBeGreaterThanOrEqual(4.5)
        expect(leastContrast(tokens.mark?.[theme] ?? '', papers)).toBeGreaterThanOrEqual(3)
      }
    },
  )

  test('too pale for text leaves text in ink and goes into lines and marker', () => {
    const { tokens, isPale } = look({ brand: '#ffcc00' })
    expect(isPale).toBe(true)
    expect(distance('#856a00', '#ffcc00')).toBeGreaterThan(20)
    expect(tokens.brand).toEqual({ light: '#161a22', dark: '#ffcc00' })
    expect(tokens.marker).toEqual({ light: '#ffcc00', dark: 'transparent' })
    expect(contrast('#161a22', '#ffcc00')).toBeGreaterThan(4.5)
    expect(lookSheet(look({ brand: '#ffcc00' }), 0)).toMatch(/--radius: 0px;[\s\S]*main a:not/u)
    expect(lookSheet(look({ brand: '#3aaa35' }), undefined)).not.toMatch(/main a|radius/u)
  })
})

describe('a colour that the city sets itself', () => {
  test('is taken where it can be read', () => {
    expect(look({ light: { link: '#7a2a90' } }).tokens.brand).toEqual({ light: '#7a2a90', dark: '#8db4ff' })
  })

  test('is refused with its place, the pair, the ratio and the nearest that passes', () => {
    expect(refusals(() => look({ light: { link: '#FFCC00' }, dark: { visited: '#333333' } }))).toEqual([
      '7 light.link #ffcc00 on the page #ffffff has a contrast of 1.51, and text needs 4.5. The nearest that passes is #856a00.',
      '7 light.link #ffcc00 on the plate #f6f4ef has a contrast of 1.37, and text needs 4.5. The nearest that passes is #856a00.',
      expect.stringMatching(/^7 dark\.visited #333333 on the page #12171f has a contrast of 1\.4/u),
      expect.stringMatching(/^7 dark\.visited #333333 on the plate/u),
    ])
    expect(refusals(() => look({ brand: '#3aaa35', light: { buttonText: '#000000' } }))).toEqual([
      expect.stringMatching(/^7 light\.buttonText #000000 on the button #2b7f28 has a contrast of 4\.1/u),
    ])
  })

  test('is refused where it is no colour, or one that is seen through', () => {
    expect(refusals(() => look({ brand: 'bleu', accent: '#11223380' }))).toEqual([
      expect.stringContaining('brand: bleu is no colour'),
      expect.stringContaining('accent: #11223380 is no colour'),
    ])
  })
})

describe('colours of figures', () => {
  test('do not follow the city', () => {
    expect(look({ brand: '#e2001a' }).tokens['series-1']).toBeUndefined()
  })

  test('follow it where asked, and where all eyes can tell them apart', () => {
    expect(look({ brand: '#0a2a6b', figures: true }).tokens['series-1']?.light).toBe('#0a2a6b')
    expect(refusals(() => look({ brand: '#e2001a', figures: true }))).toEqual([
      expect.stringMatching(
        /^7 figures cannot start with #e2001a \(light\): to protanopia it is 2\.7 away from #9d4700/u,
      ),
    ])
  })

  test('stand well apart for the first three, to any eyes', () => {
    for (const theme of THEMES) {
      const [first = '', ...others] = SERIES[theme].slice(0, 3)
      expect(nearestTo(first, others)?.distance).toBeGreaterThan(16.5)
      expect(nearestTo(others[0] ?? '', others.slice(1))?.distance).toBeGreaterThan(16.5)
    }
  })
})

describe('words of a city', () => {
  const words = {
    city: 'La ville publie. Ville ouverte, bienville.',
    line: 'Socle',
    of: (name: string) => `${name} est dans la ville.`,
    rows: [['ville', 1]],
  }

  test('stand in place of the usual ones, but never inside names', () => {
    const said = worded(words, { wording: { fr: { ville: 'commune' } }, platform: 'Ardoise', language: 'fr' })
    expect(said.city).toBe('La commune publie. Commune ouverte, bienville.')
    expect(said.line).toBe('Ardoise')
    expect(said.of('plugin de ville')).toBe('plugin de ville est dans la commune.')
    expect(said.rows).toEqual([['commune', 1]])
  })

  test('that no page says are refused', () => {
    expect(refusals(() => checkWording({ fr: { colectivité: 'commune' }, en: {} }, place))).toEqual([
      expect.stringMatching(/no page says "colectivité"\. Did you mean "collectivité"/u),
    ])
  })
})
