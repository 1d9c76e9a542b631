import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const env = { PARVIS_SECRET: 'sixteen characters' }

function clone(cwd: string, path: string, origin?: string): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', join(cwd, path), ...args], { stdio: 'pipe' })
  execFileSync('git', ['init', '-q', join(cwd, path)])
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=12345+somebody@users.noreply.github.com']
  git(...who, 'commit', '-q', '--allow-empty', '-m', 'Begin')
  if (origin !== undefined) git('remote', 'add', 'origin', origin)
}

it('collects every clone that a path with a star names, each as the repository of its origin', async () => {
  const cwd = temporaryFolder({
    'parvis.yaml': 'clones:\n  - path: checkouts/*\n',
    'checkouts/notes/README.md': '# No clone\n',
    'checkouts/list.txt': '',
  })
  clone(cwd, 'checkouts/tramway', 'https://forge.example/city/tramway.git')
  clone(cwd, 'checkouts/fontaine', 'git@forge.example:city/fontaine.git')
  const ran = await runParvis(['collect', '--format', 'json', '--quiet', '--only', 'git/commits'], { cwd, env })
  const { runs } = JSON.parse(ran.out) as { runs: RunSummary[] }
  expect(runs.map(({ collector, status, read }) => [collector, status, read])).toEqual([
    ['git/commits', 'complete', 2],
    ['git/commits', 'complete', 2],
  ])
  const shown = await runParvis(['privacy', 'show', '12345+somebody', '--format', 'json'], { cwd, env })
  const { identities, uses } = JSON.parse(shown.out) as { identities: unknown[]; uses: { count: number }[] }
  // Both clones, one person: joined by the number in the no-reply address.
  expect(identities).toHaveLength(1)
  expect(uses.map(({ count }) => count)).toEqual([2, 2])
})

it('judges an owner that is known from clones alone in one go', async () => {
  const cwd = temporaryFolder({ 'parvis.yaml': 'packs: [open-source]\nclones:\n  - path: checkouts/*\n' })
  clone(cwd, 'checkouts/tramway', 'https://forge.example/city/tramway.git')
  clone(cwd, 'checkouts/fontaine', 'https://forge.example/City/fontaine.git')
  await runParvis(['collect', '--quiet'], { cwd, env })
  const judged = await runParvis(['lint', 'city', '--record', '--format', 'json'], { cwd, env })
  const { subjects } = JSON.parse(judged.out) as { subjects: { subject: string }[] }
  expect(subjects.map(({ subject }) => subject).sort()).toEqual(['City/fontaine', 'city/tramway'])
  const missed = await runParvis(['lint', 'citty'], { cwd, env })
  expect(missed.code).toBe(2)
  expect(missed.err).toMatch(/neither a path nor a collected organisation.*city/isu)
})

it.each([
  ['nothing that matches', '  - path: none/*\n', 'no git repository matches "none/*"'],
  ['one name for many', '  - { path: "checkouts/*", repository: city/tramway }\n', 'is many clones'],
])('refuses %s with the remedy', async (_, clones, message) => {
  const cwd = temporaryFolder({ 'parvis.yaml': `clones:\n${clones}` })
  const ran = await runParvis(['collect'], { cwd, env })
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain(message)
})
