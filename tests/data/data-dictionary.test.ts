import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dataDictionary } from '#data/data-dictionary.ts'

const PAGE = new URL('../../site/src/content/reference/data-dictionary.md', import.meta.url)

it('is written anew whenever a comment of the schema changes (run `npm run docs`)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(dataDictionary())
})

it('tells readers of the open data what each column holds', () => {
  const page = dataDictionary()
  expect(page.indexOf('### metric_value')).toBeLessThan(page.indexOf('## The database'))
  expect(page).toContain('| `is_hidden` | integer | yes | 1: it was worked out and may not be shown')
})
