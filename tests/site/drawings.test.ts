import { expect, test } from 'vitest'
import { trendLine } from '#data/report/trend.ts'
import { segments } from '#site/src/drawings/segments.ts'
import { csv } from '#site/src/files/csv.ts'
import { renderMarkdown } from '#site/src/prose/markdown.ts'

test('a sparkline is broken where a value is missing, and a lone value is a dot', () => {
  expect(trendLine([1, 2, null, 3])?.path).toBe('M3 26L29.7 16M83 6h.01')
  expect(trendLine([1, 2, null, null])?.end).toEqual({ x: 29.7, y: 6 })
  expect(trendLine([4])).toBeUndefined()
  expect(trendLine([null, 4])).toBeUndefined()
  expect(trendLine([4, 4])?.path).toBe('M3 26L83 26')
  expect(trendLine([1, 2], 3)).toMatchObject({ path: 'M3 26L83 16', bound: 6 })
})

test('segments fill the bar to its end, with a gap between them and none for a nought', () => {
  expect(segments([3, 1, 0, 0], 102)).toEqual([
    { index: 0, x: 0, width: 75 },
    { index: 1, x: 77, width: 25 },
  ])
  expect(segments([0, 0], 100)).toEqual([])
  expect(segments([1000, 1], 100).map(({ width }) => width > 0)).toEqual([true, true])
})

test('a cell that begins like a formula is text to a spreadsheet, and what is not known is empty', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['=1+1', null],
        ['x "y", z', 2],
      ],
    ),
  ).toBe('a,b\r\n\'=1+1,\r\n"x ""y"", z",2\r\n')
})

test('Markdown of a rule sets French spaces outside of code, and lets no raw HTML through', () => {
  expect(renderMarkdown('Attention : `a : b`', 'fr')).toBe('<p>Attention\u00a0: <code>a : b</code></p>\n')
  expect(renderMarkdown('```xml\n<a>x ; y</a>\n```', 'fr')).toBe(
    '<pre tabindex="0"><code>&lt;a&gt;x ; y&lt;/a&gt;\n</code></pre>\n',
  )
  expect(renderMarkdown('<script>alert(1)</script>', 'fr')).not.toContain('<script>')
})
