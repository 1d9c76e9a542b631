import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import type { World } from '../github/world/model.ts'
import { spawnParvis } from './spawn-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What must be nowhere: each is told in a place of its own, so that a leak says where it came from. */
const CANARIES = {
  token: 'ghp_canaryTOKENcanaryTOKENcanaryTOKEN',
  secret: 'canary-secret-of-the-pseudonyms',
  accountName: 'Canari Compte',
  accountMail: 'canari.compte@exemple.invalid',
  signatureName: 'Canari Signature',
  signatureMail: 'canari.signature@exemple.invalid',
  coAuthorName: 'Canari Cosigne',
  coAuthorMail: 'canari.cosigne@exemple.invalid',
  message: 'canari-du-message',
  body: 'canari-du-corps',
  comment: 'canari-du-commentaire',
  titleMail: 'canari.titre@exemple.invalid',
  titleMention: 'canari-mention',
} as const
const PRELOAD = new URL('./kill-at.mjs', import.meta.url).href

function withCanaries(world: World): World {
  for (const account of world.accounts)
    Object.assign(account, { name: CANARIES.accountName, email: CANARIES.accountMail })
  for (const repository of world.repositories) {
    for (const commit of repository.commits.values()) {
      const signature = { name: CANARIES.signatureName, email: CANARIES.signatureMail }
      Object.assign(commit.author, signature)
      Object.assign(commit.committer, signature)
      const trailer = `Co-authored-by: ${CANARIES.coAuthorName} <${CANARIES.coAuthorMail}>`
      Object.assign(commit, { message: `${CANARIES.message}\n\n${trailer}` })
    }
    for (const item of [...repository.changeRequests, ...repository.issues]) {
      item.title = `Write to ${CANARIES.titleMail} or @${CANARIES.titleMention}`
      item.body = CANARIES.body
      for (const comment of item.comments) comment.body = `${CANARIES.comment} ${CANARIES.accountMail}`
    }
  }
  return world
}

let github: RunningGitHub
beforeAll(async () => {
  const world = generateWorld({ seed: 8, repositories: 4, changeRequests: 40, issues: 20, commits: 80, oddCases: true })
  const rights = { login: 'contributor-001', memberOf: 'all', isAdmin: true, passes: 'all' } as const
  github = await startGitHub({ world: withCanaries(world), tokens: [{ token: CANARIES.token, ...rights }] })
})
afterAll(() => github.stop())

const CONFIG = 'organisations:\n  - name: maison-bleue\n'

function collectIn(cwd: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: CANARIES.token,
    PARVIS_SECRET: CANARIES.secret,
    ...more,
  }
  return spawnParvis(['collect', ...args], { cwd, env, node: ['--import', PRELOAD] })
}

/** Every canary that a text of bytes holds, in either of the encodings that it could be written in. */
function found(bytes: Buffer): string[] {
  return Object.entries(CANARIES).flatMap(([what, canary]) =>
    bytes.includes(canary, 0, 'utf8') || bytes.includes(canary, 0, 'utf16le') ? [what] : [],
  )
}

function filesBelow(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return all.filter((path) => statSync(path).isFile())
}

describe('token, names, addresses and free text', () => {
  it('are in no file and in no word, not even in the journal of a database whose writer was killed', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const whole = await collectIn(cwd, ['--record', 'tape', '--verbose', '--format', 'json'])
    const killed = await collectIn(cwd, ['--full', '--db', 'killed.sqlite', '--record', 'torn', '--verbose'], {
      KILL_AT: '900',
    })
    expect([whole.end, killed.end]).toEqual([0, 'SIGKILL'])
    const files = filesBelow(cwd)
    expect(files.map((path) => path.slice(cwd.length + 1))).toEqual(
      expect.arrayContaining(['.parvis/parvis.sqlite', 'killed.sqlite', 'killed.sqlite-wal']),
    )
    // What may be told is there in clear, in database and recording alike: the search would find the rest.
    for (const name of ['.parvis/parvis.sqlite', 'killed.sqlite-wal', 'tape/'])
      expect(files.some((path) => path.includes(name) && readFileSync(path).includes('Write to'))).toBe(true)
    for (const path of files) expect({ path, found: found(readFileSync(path)) }).toEqual({ path, found: [] })
    for (const text of [whole.out, whole.err, killed.out, killed.err]) expect(found(Buffer.from(text))).toEqual([])
  })

  it('are in no word of a collection that meets every trouble', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    await github.faults({
      rules: [
        { fault: { kind: 'bad-gateway' }, requests: [2] },
        { fault: { kind: 'partial', fields: ['title', 'author'] }, operation: 'ChangeRequests' },
        { fault: { kind: 'unauthorized' }, between: [14, 10_000] },
      ],
    })
    await github.reset()
    const ran = await collectIn(cwd, ['--verbose'])
    await github.faults({ rules: [] })
    expect(ran.end).toBe(2)
    for (const text of [ran.out, ran.err]) expect(found(Buffer.from(text))).toEqual([])
    for (const path of filesBelow(cwd)) expect({ path, found: found(readFileSync(path)) }).toEqual({ path, found: [] })
  })
})
