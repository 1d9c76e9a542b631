import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RunningGitHub } from '../github/start.ts'
import { startGitHub } from '../github/start.ts'
import { addAccount, addOrganisation, buildRepository, emptyWorld } from '../github/world/build.ts'
import { commitFiles } from '../github/world/commit-files.ts'
import { proposeChange } from '../github/world/propose-change.ts'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Answer {
  readonly subjects: readonly {
    readonly subject: string
    readonly coverage: string
    readonly change?: object
    readonly outcomes: Readonly<Record<string, number>>
    readonly findings: readonly { readonly code: string; readonly outcome: string; readonly location?: object }[]
  }[]
}

function never(): never {
  throw new Error('nothing was judged')
}

const AT = '2026-10-01T08:00:00Z'

/** A city whose repository breaks OUR-01 (a .tmp file) and OUR-02 (a capital in a note) before anybody proposes anything. */
async function city(more: Readonly<Record<string, string>> = {}) {
  const world = emptyWorld()
  const author = addAccount(world, { login: 'contributor-001' })
  const ville = addOrganisation(world, { login: 'ville' })
  const elsewhere = addOrganisation(world, { login: 'elsewhere' })
  const repository = buildRepository(world, { owner: ville.databaseId, name: 'agenda' })
  const files = { 'old.tmp': '', 'notes/Old.md': 'old\n', 'README.md': '# Agenda\n', ...more }
  commitFiles(repository, { files, author, at: AT, message: 'Begin' })
  const host = await startGitHub({ world, tokens: [{ token: 'member', login: 'contributor-001', memberOf: 'all' }] })
  onTestFinished(() => host.stop())
  return { world, author, repository, host, elsewhere }
}

function lint(host: RunningGitHub, args: readonly string[], folder = temporaryFolder(ownPack())) {
  const env = { GITHUB_API_URL: host.url }
  return runParvis(['lint', ...args, '--pack', 'pack', '--lang', 'en'], { cwd: folder, env })
}

async function lintJson(host: RunningGitHub, asked: string, folder?: string) {
  const ran = await lint(host, [asked, '--format', 'json'], folder)
  const [subject] = (JSON.parse(ran.out) as Answer).subjects
  if (subject === undefined) throw new Error('nothing was judged')
  return { ...ran, subject }
}

const failures = (subject: Answer['subjects'][number]) =>
  subject.findings.filter(({ outcome }) => outcome === 'fail').map(({ code }) => code)

describe('parvis lint OWNER/NAME that no database knows', () => {
  it('judges the repository as the host has it, without configuration, database or token', async () => {
    const { host } = await city()
    const { code, subject, err } = await lintJson(host, 'ville/agenda')
    expect(code).toBe(1)
    expect(subject).toMatchObject({ subject: 'ville/agenda', coverage: 'complete' })
    expect(failures(subject)).toEqual(['OUR-01', 'OUR-02', 'OUR-03'])
    expect(err).toMatch(/^ville\/agenda: \d requests to 127\.0\.0\.1/u)
  })

  it('asks for all files in one archive, however many rules read them', async () => {
    const java = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `src/java/fr/ville/Part${i}.java`,
        `package fr.ville;\nclass Part${i} {}\n`,
      ]),
    )
    const { host } = await city(java)
    const env = { GITHUB_API_URL: host.url }
    const ran = await runParvis(['lint', 'ville/agenda', '--format', 'json'], { cwd: temporaryFolder(), env })
    const { requests: entries } = await host.audit()
    expect(entries.filter(({ path }) => path.includes('/tarball/'))).toHaveLength(1)
    expect(entries.filter(({ path }) => path.includes('/git/blobs/'))).toEqual([])
    expect(ran.err).toContain(`${entries.filter(({ path }) => !path.startsWith('/_codeload/')).length} requests`)
  })

  it('reads what the repository leaves out of its archives file by file: the tree is the authority', async () => {
    const hidden = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`src/java/Part${i}.java`, `class Part${i} {}\n`]),
    )
    const { host } = await city({ ...hidden, 'pom.xml': '<project/>\n', '.gitattributes': 'pom.xml export-ignore\n' })
    const env = { GITHUB_API_URL: host.url }
    await runParvis(['lint', 'ville/agenda'], { cwd: temporaryFolder(), env })
    const { requests: entries } = await host.audit()
    expect(entries.filter(({ path }) => path.includes('/git/blobs/'))).toHaveLength(1)
  })

  it('says which name the host does not show, and what a private one takes', async () => {
    const { host } = await city()
    const ran = await lint(host, ['ville/agenta'])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('shows no "ville/agenta"')
    expect(ran.err).toContain('GITHUB_TOKEN')
  })

  it('exits 2 and says why when the host cannot be reached', async () => {
    const { host } = await city()
    await host.stop()
    const ran = await lint(host, ['ville/agenda'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('cannot be reached')
  })

  it('judges a repository without a commit as an empty tree', async () => {
    const { host, world } = await city()
    host.change(() => void buildRepository(world, { owner: world.organisations[0]?.databaseId ?? 0, name: 'empty' }))
    const { subject } = await lintJson(host, 'ville/empty')
    expect(failures(subject)).toEqual(['OUR-03'])
  })
})

describe('parvis lint OWNER/NAME#123', () => {
  const PROPOSAL = { createdAt: '2026-10-02T08:00:00Z', files: { 'new.tmp': '', 'CHANGELOG.md': '# Changes\n' } }

  it('reports what the change adds, and nothing that stood there before', async () => {
    const { host, world, repository, author } = await city()
    proposeChange(world, repository, { ...PROPOSAL, author })
    const { code, subject } = await lintJson(host, 'ville/agenda#1')
    expect(code).toBe(1)
    expect(subject.subject).toBe('ville/agenda#1')
    expect(subject.change).toMatchObject({ number: 1, baseBranch: 'main', headRepository: 'ville/agenda' })
    expect(subject.findings).toEqual([
      expect.objectContaining({ code: 'OUR-01', outcome: 'fail', location: { path: 'new.tmp' } }),
    ])
  })

  it('lays nothing at its door that only moved with its file', async () => {
    const { host, world, repository, author } = await city()
    const files = { 'old.tmp': null, 'kept/old.tmp': '', 'notes/Old.md': null, 'words/Old.md': 'old, and more\n' }
    proposeChange(world, repository, { ...PROPOSAL, author, files })
    const { code, subject } = await lintJson(host, 'ville/agenda#1')
    expect([code, subject.findings]).toEqual([0, []])
  })

  it('reads the change of a fork, and one whose fork is gone', async () => {
    const { host, world, repository, author, elsewhere } = await city()
    proposeChange(world, repository, { ...PROPOSAL, author, fromForkOf: elsewhere.databaseId })
    const lost = { ...PROPOSAL, headRefName: 'lost', hasHeadRepository: false, author, isCrossRepository: true }
    proposeChange(world, repository, lost)
    const forked = await lintJson(host, 'ville/agenda#1')
    expect(forked.subject.change).toMatchObject({ headRepository: 'elsewhere/agenda' })
    expect(failures(forked.subject)).toEqual(['OUR-01'])
    const orphaned = await lintJson(host, 'ville/agenda#2')
    expect(orphaned.subject.change).toMatchObject({ headRepository: null })
    expect(failures(orphaned.subject)).toEqual(['OUR-01'])
  })

  it('lays nothing at its door that its target branch did since', async () => {
    const { host, world, repository, author } = await city()
    proposeChange(world, repository, { ...PROPOSAL, author, files: { 'notes/fine.md': 'fine\n' } })
    commitFiles(repository, {
      files: { 'later.tmp': '', 'old.tmp': null },
      author,
      at: '2026-10-03T08:00:00Z',
      message: 'Go on',
    })
    const { code, subject } = await lintJson(host, 'ville/agenda#1')
    expect([code, failures(subject)]).toEqual([0, []])
  })

  it('fetches one archive and the few files that differ, and says the cost', async () => {
    const java = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `src/java/fr/ville/Part${i}.java`,
        `package fr.ville;\nclass Part${i} {}\n`,
      ]),
    )
    const { host, world, repository, author } = await city(java)
    proposeChange(world, repository, {
      ...PROPOSAL,
      author,
      files: { 'src/java/fr/ville/Part1.java': 'package fr.other;\n' },
    })
    const env = { GITHUB_API_URL: host.url }
    const ran = await runParvis(['lint', 'ville/agenda#1'], { cwd: temporaryFolder(), env })
    const { requests: entries } = await host.audit()
    expect(entries.filter(({ path }) => path.includes('/tarball/'))).toHaveLength(1)
    expect(entries.filter(({ path }) => path.includes('/git/blobs/'))).toHaveLength(1)
    expect(ran.err).toMatch(/ville\/agenda#1: \d+ requests/u)
  })

  it('takes nothing from the tree that is proposed: neither configuration nor waivers', async () => {
    const { host, world, repository, author } = await city()
    const waiving = 'packs: [pack]\n'
    proposeChange(world, repository, { ...PROPOSAL, author, files: { ...PROPOSAL.files, 'parvis.yaml': waiving } })
    const folder = temporaryFolder({ ...ownPack(), 'parvis.yaml': 'packs: [pack/none]\n' })
    execFileSync('git', ['init', '-q', folder])
    execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', 'https://github.example/ville/agenda.git'])
    const ran = await lint(host, ['ville/agenda#1'], folder)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('lies in the judged repository: not used')
    mkdirSync(join(folder, 'office'))
    writeFileSync(join(folder, 'office', 'parvis.yaml'), 'language: fr\n')
    const named = await lint(host, ['ville/agenda#1', '--config', 'office/parvis.yaml'], folder)
    expect(named.err).not.toContain('not used')
  })

  it('is judged by the parvis.yaml of its target branch, and by packs that lie there', async () => {
    const moved = Object.entries(ownPack()).map(([path, text]) => [path.replace('pack/', 'quality/'), text])
    const office = { ...Object.fromEntries(moved), 'parvis.yaml': 'packs: [./quality]\n' }
    const { host, world, repository, author } = await city(office)
    const lenient = { 'parvis.yaml': 'packs: [publiccode]\n', 'quality/pack.yaml': 'id: none\n' }
    proposeChange(world, repository, { ...PROPOSAL, author, files: { ...PROPOSAL.files, ...lenient } })
    const env = { GITHUB_API_URL: host.url }
    const ran = await runParvis(['lint', 'ville/agenda#1', '--format', 'json'], { cwd: temporaryFolder(), env })
    expect(ran.err).toContain('judged by the parvis.yaml of ville/agenda@main')
    expect(failures((JSON.parse(ran.out) as Answer).subjects[0] ?? never())).toEqual(['OUR-01'])
    const officer = temporaryFolder({ 'parvis.yaml': 'packs: [publiccode]\n' })
    const own = await runParvis(['lint', 'ville/agenda#1', '--format', 'json'], { cwd: officer, env })
    expect(own.err).not.toContain('judged by')
    expect(own.out).not.toContain('OUR-01')
  })

  it('reads no pack from outside of the target branch', async () => {
    const folder = temporaryFolder(ownPack())
    const { host, world, repository, author } = await city({ 'parvis.yaml': `packs: ['${folder}/pack']\n` })
    proposeChange(world, repository, { ...PROPOSAL, author })
    const ran = await runParvis(['lint', 'ville/agenda#1'], { cwd: folder, env: { GITHUB_API_URL: host.url } })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('there is no rule pack')
  })

  it('is not kept as the outcome of its repository, nor at all where it is not collected', async () => {
    const { host, world, repository, author } = await city()
    proposeChange(world, repository, { ...PROPOSAL, author })
    const ran = await lint(host, ['ville/agenda#1', '--record'])
    expect(ran.err).toContain('not kept, for this change request is not collected')
  })

  it('says that there is no such change request', async () => {
    const { host } = await city()
    const ran = await lint(host, ['ville/agenda#7'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('shows no "ville/agenda#7"')
  })
})
