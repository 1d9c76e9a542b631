import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { METRICS } from '#data/queries/metrics/registry.ts'

/**
 * Every figure is checked three ways: by the test vectors of CHAOSS, by hand on a small organisation, and against the
 * counts of the generator of a large one. Here is written which way is missing, and why; a figure without a line must be
 * asked in all of the tests of that way.
 */

/** The definitions of CHAOSS carry two vectors: of the absence factor and of the elephant factor. No other has any. */
const VECTORS = ['absence-factor', 'organisational-diversity']

const REGISTER = 'people keep a register by hand, and the generated organisation keeps none'
const INVENTORY = 'the inventory reads files, which have a generator and a bench of their own (tests/data/inventory)'
const NOT_GENERATED: Readonly<Record<string, string>> = {
  adoption: REGISTER,
  governance: REGISTER,
  fallbacks: REGISTER,
  'organisational-diversity': 'the generated people write from one mail domain',
  releases: 'the generated organisation releases nothing',
  'rule-conformity': 'the linter judges fixtures, not generated repositories',
  'error-free': 'the linter judges fixtures, not generated repositories',
  'portfolio-state': INVENTORY,
  licenses: INVENTORY,
  'version-lines': INVENTORY,
  translations: INVENTORY,
  migration: INVENTORY,
}

const folder = new URL('./', import.meta.url)
const sourceOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const asks = (text: string, id: string) => text.includes(`'${id}'`)
const GENERATED = sourceOf('generated.test.ts')
const BY_HAND = [
  ...readdirSync(folder).filter(
    (name) => name.endsWith('.test.ts') && !['generated.test.ts', 'three-ways.test.ts'].includes(name),
  ),
  '../../cli/metrics.test.ts',
]
  .map(sourceOf)
  .join('\n')

it.each(METRICS.map(({ id }) => id))('%s is checked by hand', (id) => {
  expect(asks(BY_HAND, id)).toBe(true)
})

it.each(METRICS.map(({ id }) => id))('%s is held against what a generator made, or says why not', (id) => {
  expect([asks(GENERATED, id), id in NOT_GENERATED]).toEqual([!(id in NOT_GENERATED), id in NOT_GENERATED])
})

it('gives the vectors of CHAOSS where there are any', () => {
  const people = sourceOf('people.test.ts')
  for (const id of VECTORS) expect(asks(people, id)).toBe(true)
  expect(people).toContain('1000, 202, 90, 33, 332, 343, 42, 433')
})
