import { rmSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { inventoryScene } from './inventory-scene.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

it('lists what waits of a collected city, by its published schema, and ends with 1 when something is late', async () => {
  const ran = await runParvis(['todo', '--format', 'json', '--lang', 'en'], { cwd })
  expect(ran).toMatchObject({ code: 1, err: '' })
  const answer = JSON.parse(ran.out) as { items: { kind: string; subject: string; urgency: string }[] }
  expect(complaints(answer, schemaOf('todo'))).toEqual([])
  const late = answer.items.filter(({ urgency }) => urgency === 'late').map(({ kind, subject }) => `${kind} ${subject}`)
  // Of the registers of the scene: a plan of last January, an adopter of 2024, a step and a statement of mid-November.
  expect(late).toEqual(expect.arrayContaining(['plan-b postgres', 'adopter Ville Trois']))
  expect(answer.items).toContainEqual(
    expect.objectContaining({
      kind: 'register',
      subject: 'needs',
      args: expect.objectContaining({ value: 'plugin-guichete' }),
    }),
  )
})

it('says it in both languages, with file and line, and what was not looked at', async () => {
  const french = (await runParvis(['todo', '--lang', 'fr'], { cwd })).out
  const english = (await runParvis(['todo', '--lang', 'en'], { cwd })).out
  expect(french).toContain('Plan B à revoir (MariaDB)')
  expect(english).toContain('Plan B to be reviewed (MariaDB)')
  for (const text of [french, english]) {
    expect(text).toContain('registers/fallbacks.yaml:1')
    expect(text).toContain('promise.workingDays')
  }
})

it('has nothing to say of where nothing was collected', async () => {
  const ran = await runParvis(['todo'], { cwd: temporaryFolder({}) })
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('parvis collect')
})
