import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CARDS = {
  'ggi/GGI-A-21.yaml': `activity: GGI-A-21
handbook: "1.3"
state: continuous
owner: Legal team
started: 2026-01-05
scope: All public repositories. Questions to @somebody.
why: The council asks.
notes: Once a month.
objectives:
  - text: Ask the legal team
    done: true
  - text: List licences, all of them
declared:
  P3: { value: met, by: Legal team, at: 2026-02-01 }
`,
  'ggi/GGI-A-44.yaml': `activity: GGI-A-44
handbook: "1.3"
state: done
owner: Jeanne Dupont
started: 2026-01-05
closed: 2026-06-30
`,
}

const CONFIG = 'language: en\norganisations: [{ name: maison-bleue }]\n'

function office(more = '') {
  return temporaryFolder({ ...CARDS, 'parvis.yaml': `${CONFIG}${more}` })
}

/** What a scorecard says, without its comments, and without what the form that was exported has no place for. */
function said(cwd: string, activity: string, ...left: readonly string[]) {
  const text = readFileSync(join(cwd, `ggi/${activity}.yaml`), 'utf8').replaceAll(/^#.*\n/gmu, '')
  return text.split('\n').filter((line) => !left.some((key) => line.startsWith(`${key}:`)))
}

describe('governance as a text', () => {
  it('says what every activity is about, its objectives as a list of tasks, and whose method it is', async () => {
    const { out, code } = await runParvis(['ggi', 'export'], { cwd: office() })
    expect(code).toBe(0)
    expect(out.match(/^## GGI-A-/gmu)).toHaveLength(25)
    expect(out).toContain('## GGI-A-21 · Manage legal compliance')
    expect(out).toContain('https://ospo-alliance.org/ggi/activities/manage_legal_compliance')
    expect(out).toContain('### Objectives\n\n- [x] Ask the legal team\n- [ ] List licences, all of them\n')
    expect(out).toContain('met, by Legal team, on 2026-02-01')
    expect(out).toContain('OSPO Alliance (CC BY 4.0)')
  })

  it('of some activities, in French, goes into a file', async () => {
    const cwd = office()
    const ran = await runParvis(['ggi', 'export', '44', '--out', 'a.md', '--lang', 'fr'], { cwd })
    expect(ran.out).toBe('a.md : écrit.\n')
    const text = readFileSync(join(cwd, 'a.md'), 'utf8')
    expect(text).toMatch(/^## GGI-A-44 · Revues de code\n/u)
    expect(text).toContain('état : terminée')
    expect(text).not.toContain('GGI-A-21 ·')
  })
})

describe('governance as files of a board', () => {
  it('reads back as it was, in either language', async () => {
    for (const language of ['fr', 'en']) {
      const cwd = office()
      const { out } = await runParvis(['ggi', 'export', '--format', 'csv', '--lang', language], { cwd })
      expect(out.trim().split('\n')).toHaveLength(4)
      expect(readdirSync(join(cwd, 'ggi-export')).sort()).toEqual([
        'issues.csv',
        'labels_hist.csv',
        'points.csv',
        'tasks.csv',
      ])
      const elsewhere = temporaryFolder({ 'parvis.yaml': CONFIG })
      const board = ['issues.csv', 'tasks.csv', 'labels_hist.csv'].map((name) => join(cwd, 'ggi-export', name))
      const ran = await runParvis(['ggi', 'import', ...board, '--owner', 'Legal team'], { cwd: elsewhere })
      expect(ran.err).toContain('25 scorecards taken over, 0 things to look at.')
      expect(said(elsewhere, 'GGI-A-21')).toEqual([
        ...['activity: GGI-A-21', 'handbook: "1.3"', 'state: continuous', 'owner: Legal team', 'started: 2026-01-05'],
        ...['objectives:', '  - text: Ask the legal team', '    done: true'],
        ...['  - text: List licences, all of them', '    done: false', ''],
      ])
      expect(said(elsewhere, 'GGI-A-44', 'owner')).toEqual(said(cwd, 'GGI-A-44', 'owner'))
    }
  })
})

describe('governance as issues of a repository', () => {
  let github: RunningGitHub
  afterEach(() => github.stop())

  async function host() {
    github = await startGitHub({
      world: generateWorld({ repositories: 1, changeRequests: 1, issues: 3, commits: 2, people: 4 }),
    })
    const repository = github.world.repositories.find(({ issues }) => issues.length > 0)
    if (repository === undefined) throw new Error('the world has no issues')
    const made = () => repository.issues.filter(({ body }) => body.includes('<!-- parvis:GGI-A-'))
    const run = (cwd: string, ...args: readonly string[]) =>
      runParvis(['ggi', 'export', '--format', 'issues', '--repository', `maison-bleue/${repository.name}`, ...args], {
        cwd,
        env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: 'member-token' },
      })
    return { repository, made, run }
  }

  it('says first what it would do', async () => {
    const { made, run } = await host()
    const { code, out, err } = await run(office())
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(25)
    expect(out).toContain('GGI-A-21: would be created, "Manage legal compliance".')
    expect(err).toContain('nothing is written without --apply')
    expect(made()).toEqual([])
    expect((await github.audit()).requests.map(({ method }) => method)).not.toContain('POST')
  })

  it('creates each once, and finds its own again', async () => {
    const { made, run } = await host()
    const cwd = office('publish: { ggi: true }\n')
    const first = await run(cwd, '21', '--apply')
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/^GGI-A-21: created, https:\S+\n$/u)])
    const again = await run(cwd, '21', '44', '--apply')
    expect(again.out).toMatch(/^GGI-A-21: is there already, https:\S+\nGGI-A-44: created, /u)
    expect(made().map(({ title, labels }) => ({ title, labels }))).toEqual([
      { title: 'Manage legal compliance', labels: ['Trust', 'Decision maker', 'Continuous'] },
      { title: 'Run code reviews', labels: ['Trust', 'Team leader', 'Developer', 'Done'] },
    ])
    // Nobody is called by name: the host would notify them.
    expect(
      made()
        .map(({ body }) => body)
        .join(),
    ).not.toMatch(/@somebody|Jeanne/u)
  })

  it('gives back what it was made of', async () => {
    const { made, run } = await host()
    const cwd = office('publish: { ggi: true }\n')
    await run(cwd, '21', '--apply', '--lang', 'fr')
    const elsewhere = temporaryFolder({ 'parvis.yaml': CONFIG })
    const issues = made().map(({ number, title, body, labels }) => ({ number, title, body, labels, state: 'open' }))
    mkdirSync(join(elsewhere, 'board'))
    writeFileSync(join(elsewhere, 'board/issues.json'), JSON.stringify(issues))
    await runParvis(['ggi', 'import', 'board', '--owner', 'Legal team'], { cwd: elsewhere })
    expect(said(elsewhere, 'GGI-A-21')).toEqual([
      ...['activity: GGI-A-21', 'handbook: "1.3"', 'state: continuous', 'owner: Legal team'],
      ...['scope: All public repositories. Questions to ….', 'why: The council asks.', 'notes: Once a month.'],
      ...['objectives:', '  - text: Ask the legal team', '    done: true'],
      ...['  - text: List licences, all of them', '    done: false', ''],
    ])
  })

  it('goes on from where it was stopped', async () => {
    const { made, run } = await host()
    const cwd = office('publish: { ggi: true }\n')
    // The repository, one page of issues, the first issue; then the host is gone.
    await github.faults({ rules: [{ fault: { kind: 'reset' }, requests: [4] }] })
    const stopped = await run(cwd, '21', '44', '--apply')
    expect([stopped.code, stopped.err]).toEqual([
      2,
      expect.stringMatching(/1 of 2 issue.* Run the same command again/u),
    ])
    expect((await run(cwd, '21', '44', '--apply')).code).toBe(0)
    expect(made()).toHaveLength(2)
  })

  it('keeps to itself what is not marked public, and says what is missing', async () => {
    const { made, run } = await host()
    const cwd = office()
    const refused = await run(cwd, '21', '--apply')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('governance is private')])
    expect(made()).toEqual([])
    const bare = await runParvis(['ggi', 'export', '--format', 'issues'], { cwd })
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('--repository OWNER/NAME')])
    const env = { GITHUB_API_URL: github.url }
    const args = ['ggi', 'export', '--format', 'issues', '--repository', 'maison-bleue/nowhere']
    const nowhere = await runParvis(args, { cwd, env: { ...env, GITHUB_TOKEN: 'member-token' } })
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('not-found')])
    const mute = await runParvis([...args, '--apply'], { cwd, env })
    expect([mute.code, mute.err]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not set')])
  })
})
