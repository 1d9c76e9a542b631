import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { USUAL } from '#site/city/brand.ts'
import { contrast, INK, PAPERS, SERIES, THEMES } from '#site/city/palette.ts'

const css = readFileSync(new URL('../../site/src/styles/palette.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/gu)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const TEXT = ['ink', 'muted', 'brand', 'brand-strong', 'visited', 'success', 'attention', 'alert']
const DRAWN = ['control', 'series-1', 'series-2', 'series-3', 'series-4', 'focus-ink']

test.each(THEMES)('colours stand out from page and plate, %s', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? 'missing'
  for (const paper of ['page', 'plate']) {
    const weak = (names: readonly string[], least: number) =>
      names.filter((name) => !(contrast(colour(name), colour(paper)) >= least))
    expect(weak(TEXT, 4.5), `text on ${paper}`).toEqual([])
    expect(weak(DRAWN, 3), `lines on ${paper}`).toEqual([])
  }
  expect(contrast(colour('on-brand'), colour('brand'))).toBeGreaterThanOrEqual(4.5)
})

test('what a look is derived against is what the stylesheet says', () => {
  for (const theme of THEMES) {
    const said = (name: string) => tokens.get(name)?.[theme]
    expect({ page: said('page'), plate: said('plate') }).toEqual(PAPERS[theme])
    expect(said('ink')).toBe(INK[theme])
    expect(['series-1', 'series-2', 'series-3', 'series-4'].map(said)).toEqual(SERIES[theme])
    expect(USUAL[theme]).toEqual({
      link: said('brand'),
      hover: said('brand-strong'),
      visited: said('visited'),
      buttonText: said('on-brand'),
    })
  }
})

test('no other file names a colour', () => {
  const styles = ['ground', 'frame', 'ledger', 'plate', 'controls', 'sheets']
  const literal = styles.filter((name) =>
    /#[\da-f]{3,8}\b|rgba?\(|hsla?\(/iu.test(
      readFileSync(new URL(`../../site/src/styles/${name}.css`, import.meta.url), 'utf8'),
    ),
  )
  expect(literal).toEqual([])
})
