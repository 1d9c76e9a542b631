import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { clearDemo } from '#cli/demo-leftovers.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { openForWriting, organisation, repository, save } from '../data/world.ts'
import { temporaryFolder } from './temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const clear = () => clearDemo({ database: join(folder, 'parvis.sqlite'), organisations: [{ name: 'ville-inventee' }] })

/** As somebody who stopped it leaves a folder: something collected, something published, pages. */
async function leave(owner: string): Promise<void> {
  const store = await openForWriting(join(folder, 'parvis.sqlite'))
  await save(store, [organisation(owner), repository(1, { owner })])
  store.close()
  for (const name of ['publication.json', 'notes.txt']) writeFileSync(join(folder, name), '')
}

test('a demo begins where nothing is', async () => {
  await clear()
  expect(readdirSync(folder)).toEqual([])
})

test('what an earlier demo collected and published goes, whether it ended or not', async () => {
  await leave('ville-inventee')
  await clear()
  expect(readdirSync(folder)).toEqual(['notes.txt'])
})

test('the database of somebody else is told by what it holds, and kept', async () => {
  await leave('autre-ville')
  const before = readdirSync(folder)
  await expect(clear()).rejects.toThrow(UsageFailure)
  await expect(clear()).rejects.toThrow('autre-ville')
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(before))
})
