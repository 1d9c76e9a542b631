import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { checkReplaceable, replaceFolder } from '#site/replace-folder.ts'
import { scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

let made = 0
/** A folder of its own, with files of these texts. */
function folderOf(files: Readonly<Record<string, string>>): string {
  made += 1
  return written(join(folder, `${made}`), files)
}

function written(at: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(at, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text)
  return at
}

const site = (text: string) => ({ 'index.html': `<head><meta name="generator" content="Parvis"></head>${text}` })
const told = (at: string) => readFileSync(join(at, 'index.html'), 'utf8').replace(/<head>.*<\/head>/u, '')

describe('a site takes the place of', () => {
  test.each([
    ['nothing', () => join(folder, 'new')],
    ['an empty folder', () => folderOf({})],
    ['a folder with files of the host alone', () => folderOf({ '.git': 'gitdir: elsewhere' })],
    ['a site that was built before', () => folderOf(site('before'))],
  ])('%s', (_, at) => {
    expect(() => checkReplaceable(at())).not.toThrow()
  })

  test.each([
    ['a folder of somebody', () => folderOf({ 'letter.txt': 'dear' })],
    ['a site of another program', () => folderOf({ 'index.html': '<p>Parvis</p>' })],
    ['a file', () => join(folderOf({ report: 'x' }), 'report')],
  ])('%s: never', (_, at) => {
    expect(() => checkReplaceable(at())).toThrow(UsageFailure)
  })
})

test('nothing of the former site is left, files of the host are, and nothing lies beside', async () => {
  const at = folderOf({ ...site('before'), 'old.html': '', '.git': 'gitdir: elsewhere' })
  await replaceFolder(folderOf(site('after')), at)
  expect(readdirSync(at).sort()).toEqual(['.git', 'index.html'])
  expect(told(at)).toBe('after')
  expect(existsSync(`${at}.parvis-next`) || existsSync(`${at}.parvis-former`)).toBe(false)
})

describe('the next build mends what a kill left', () => {
  test('between two renames: the former site comes back, with the files of the host', async () => {
    const at = join(folder, 'torn')
    written(`${at}.parvis-former`, { ...site('before'), '.git': 'gitdir: elsewhere' })
    written(`${at}.parvis-next`, site('half'))
    await replaceFolder(folderOf(site('after')), at)
    expect([told(at), readFileSync(join(at, '.git'), 'utf8')]).toEqual(['after', 'gitdir: elsewhere'])
    expect(readdirSync(folder).filter((name) => name.startsWith('torn'))).toEqual(['torn'])
  })

  test('before the files of the host were carried over: they are', async () => {
    const at = written(join(folder, 'late'), site('new'))
    written(`${at}.parvis-former`, { ...site('before'), '.git': 'gitdir: elsewhere' })
    await replaceFolder(folderOf(site('after')), at)
    expect([told(at), readFileSync(join(at, '.git'), 'utf8')]).toEqual(['after', 'gitdir: elsewhere'])
  })
})
