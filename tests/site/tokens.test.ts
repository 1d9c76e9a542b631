import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../site/src/styles/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/gu)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const TEXT = ['ink', 'muted', 'brand', 'brand-strong', 'visited', 'success', 'attention', 'alert']
const DRAWN = ['control', 'series-1', 'series-2', 'series-3', 'series-4', 'focus-ink']

test.each(['light', 'dark'] as const)('colours stand out from page and plate, %s', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? 'missing'
  for (const paper of ['page', 'plate']) {
    const weak = (names: readonly string[], least: number) =>
      names.filter((name) => !(contrast(colour(name), colour(paper)) >= least))
    expect(weak(TEXT, 4.5), `text on ${paper}`).toEqual([])
    expect(weak(DRAWN, 3), `lines on ${paper}`).toEqual([])
  }
  expect(contrast(colour('on-brand'), colour('brand'))).toBeGreaterThanOrEqual(4.5)
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
