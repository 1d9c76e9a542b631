import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openStore, type Store } from '#data/store.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const AT = '2026-11-15T06:00:00Z'
let folder: string
let store: Store

beforeEach(async () => {
  folder = temporaryFolder()
  store = await openStore({ path: join(folder, 'parvis.sqlite'), mode: 'write' })
  onTestFinished(() => store.close())
  await store.sink.startRun('github/repositories', 'ville-exemple', AT)
})

const backup = (file: string) => runParvis(['--db', 'parvis.sqlite', 'backup', file], { cwd: folder })

function runsIn(file: string): unknown {
  const database = new Database(join(folder, file), { readonly: true })
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return database.prepare('SELECT count(*) FROM run').pluck().get()
  } finally {
    database.close()
  }
}

test('copies the database while it is being written, with all that was saved so far, for its owner alone', async () => {
  const ran = await backup('copy.sqlite')
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain(join(folder, 'copy.sqlite'))
  await store.sink.startRun('github/issues', 'ville-exemple', AT)
  expect(runsIn('copy.sqlite')).toBe(1)
  expect(statSync(join(folder, 'copy.sqlite')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([])
})

test('replaces no file', async () => {
  writeFileSync(join(folder, 'kept.sqlite'), 'the copy of last week')
  const ran = await backup('kept.sqlite')
  expect(ran.code).toBe(2)
  expect(ran.err).toMatch(/kept\.sqlite is there already/)
  expect(readFileSync(join(folder, 'kept.sqlite'), 'utf8')).toBe('the copy of last week')
})

test('says so when the folder is not there, and leaves nothing', async () => {
  const ran = await backup('nowhere/copy.sqlite')
  expect(ran.code).toBe(2)
  expect(ran.err).toMatch(/nowhere\/copy\.sqlite cannot be written/)
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('says what to do when there is no database', async () => {
  mkdirSync(join(folder, 'empty'))
  const ran = await runParvis(['backup', 'copy.sqlite'], { cwd: join(folder, 'empty') })
  expect(ran.code).toBe(2)
  expect(ran.err).toMatch(/no database[\s\S]*parvis collect/)
})
