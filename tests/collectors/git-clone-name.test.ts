import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gitCommits } from '#collectors/git/commits.ts'
import { workdir } from '#collectors/workdir/checkout.ts'
import { defineQuery } from '#data/queries/query.ts'
import { run, scratchStore } from './git-run.ts'
import { git, repositoryOf, scratchFolder } from './git-scratch.ts'

const names = defineQuery({
  id: 'test/names',
  title: 'Repositories by name',
  params: {},
  row: { name: 'text', url: 'text?', watermarks: 'integer' },
  sql: `SELECT r.owner || '/' || r.name AS name, r.url,
      (SELECT COUNT(*) FROM coverage c WHERE c.watermark_at = '2026-11-21T08:00:00Z' AND c.subject = r.server || '/' || r.host_id) AS watermarks
    FROM repository r ORDER BY r.id`,
})

const scm = (address: string) =>
  `<project><scm><connection>scm:git:${address}</connection><url>\${base}/x</url></scm></project>`
const HOST = 'https://forge.example/ville-inventee/greffon-guichet.git'

function cloned(source: string, name: string): string {
  const folder = join(scratchFolder(), name)
  git(source, 'clone', '-q', source, folder)
  return folder
}

async function collected(path: string) {
  const store = await scratchStore()
  const runs = [
    await run({ collector: gitCommits, store, scope: { kind: 'clone', path, isPublic: true } }),
    await run({ collector: workdir, store, scope: { kind: 'checkout', path, isPublic: true } }),
  ]
  const trouble = runs.flatMap(({ problems }) => problems.map(({ code }) => code))
  return { names: await store.ask(names, {}), trouble }
}

describe('a clone whose own origin names no host', () => {
  it('is what the clone says that it was taken from', async () => {
    const middle = repositoryOf({ 'LISEZMOI.md': 'Bonjour' })
    git(middle, 'remote', 'add', 'origin', HOST)
    expect(await collected(cloned(middle, 'travail'))).toMatchObject({
      names: [{ name: 'ville-inventee/greffon-guichet', url: 'https://forge.example/ville-inventee/greffon-guichet' }],
      trouble: [],
    })
  })

  it('is what its build file and its folder say alike', async () => {
    const source = repositoryOf({ 'pom.xml': scm(HOST) })
    expect((await collected(cloned(source, 'greffon-guichet'))).names).toMatchObject([
      { name: 'ville-inventee/greffon-guichet' },
    ])
  })

  it.each([
    ['a build file copied from another', { 'pom.xml': scm(HOST) }],
    ['a build file that is none', { 'pom.xml': '<project' }],
    ['no build file', { 'LISEZMOI.md': 'Bonjour' }],
  ])('stays without a name with %s, and the trouble has a code', async (_, files) => {
    const { names: found, trouble } = await collected(cloned(repositoryOf(files), 'autre'))
    expect({ found, trouble }).toEqual({ found: [], trouble: ['clone-unnamed', 'checkout-unnamed'] })
  })

  it('that is nobody’s clone is known until now', async () => {
    const own = repositoryOf({ 'LISEZMOI.md': 'Bonjour' })
    const store = await scratchStore()
    await run({ collector: gitCommits, store, scope: { kind: 'clone', path: own, repository: 'ville/guichet' } })
    await run({ collector: workdir, store, scope: { kind: 'checkout', path: own, repository: 'ville/guichet' } })
    expect(await store.ask(names, {})).toMatchObject([{ name: 'ville/guichet', watermarks: 2 }])
  })
})
