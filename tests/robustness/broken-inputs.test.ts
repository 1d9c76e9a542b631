import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { propertyValues } from '#data/facts/property-values.ts'
import { withoutSecrets } from '#data/model/secrets.ts'
import { brokenInputs } from './broken-input.ts'
import { BROKEN_TREES } from './broken-tree.ts'
import { goodPlugin, judgeBroken, judgeTree } from './judge-broken.ts'

/** Some of what `npm run bench -- lint-broken` judges, of another seed and without the largest. */
const INPUTS = brokenInputs(90, 2026).filter(({ content }) => content.byteLength < 300_000)
const TREES = BROKEN_TREES.filter(({ isLarge }) => isLarge !== true)

let folder: string
beforeAll(() => {
  folder = goodPlugin({ isRepository: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a broken file', () => {
  it.each(
    Array.from({ length: 6 }, (_, index) => INPUTS.filter((_input, at) => at % 6 === index)).map(
      (some) => [some] as const,
    ),
  )('crashes neither a rule nor an extractor (%#)', async (some) => {
    for (const input of some) {
      const { crashes, name } = await judgeBroken(folder, input)
      expect(crashes, name).toEqual([])
    }
  })
})

describe('a broken tree', () => {
  it.each(TREES.map((tree) => [tree.how, tree.isRepository ? 'in git' : 'outside of git', tree] as const))(
    'is judged all the same: %s, %s',
    async (_how, _where, tree) => {
      const { crashes, reasons, report } = await judgeTree(tree)
      expect(crashes).toEqual([])
      expect(reasons).toEqual(tree.reasons)
      expect(report.outcomes.length > 0).toBe(report.unread === undefined)
    },
  )
})

describe('a long text without an end', () => {
  // Read again from each of its signs it would outlast the time limit of a test.
  it.each(['k.', 'eyJ', '<a href="', 'a@', '[!['])('is read once, however often "%s" stands there', async (sign) => {
    const content = Buffer.from(`${sign.repeat(50_000)}=a`)
    expect(withoutSecrets(content.toString())).toBe(content.toString())
    expect(propertyValues.extract(content, undefined).ok).toBe(true)
    expect((await judgeBroken(folder, { path: 'README.md', how: sign, content })).crashes).toEqual([])
  })
})
