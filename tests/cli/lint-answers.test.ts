import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { SaxesParser } from 'saxes'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startGitHub } from '../github/start.ts'
import { addAccount, addOrganisation, buildRepository, emptyWorld } from '../github/world/build.ts'
import { commitFiles } from '../github/world/commit-files.ts'
import { proposeChange } from '../github/world/propose-change.ts'
import { complaints } from './json-schema.ts'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TIDY = { 'CHANGELOG.md': '# Changes\n' }

function lint(files: Readonly<Record<string, string>>, args: readonly string[] = [], columns?: number) {
  const cwd = temporaryFolder({ ...ownPack(), ...files })
  const given = ['lint', '.', '--pack', 'pack', '--as', 'ville/agenda', '--lang', 'en', ...args]
  return runParvis(given, { cwd, ...(columns !== undefined && { columns }) }).then((ran) => ({ ...ran, cwd }))
}

describe('the verdict', () => {
  it('says pack, version, day and what stands in the way', async () => {
    const broken = await lint({ 'a.tmp': '', 'b.tmp': '' })
    expect(broken.out).toMatch(/Ours, ours [0-9a-f]{8}, on 2026-11-15: 1 blocking rule to be corrected \(OUR-01\)/u)
    const tidy = await lint(TIDY)
    expect(tidy.out).toContain('on 2026-11-15: blocking rules held')
  })

  it('is not decided while a blocking rule could not be checked', async () => {
    const cwd = temporaryFolder({ ...ownPack(), ...TIDY })
    const ran = await runParvis(['lint', '.', '--pack', 'pack', '--lang', 'en'], { cwd })
    expect(ran.out).toContain('1 blocking rule not checked (OUR-04)')
  })

  it('is not told by the rules of one stage', async () => {
    const ran = await lint({ 'a.tmp': '' }, ['--stage', 'merge'])
    expect(ran.out).not.toContain('rules held')
  })

  it('does not say that rules are held of a repository that the pack is not about', async () => {
    const cwd = temporaryFolder({ 'README.md': '# A tool\n' })
    const ran = await runParvis(['lint', '.', '--pack', 'lutece', '--as', 'ville/tool', '--format', 'json'], { cwd })
    const [subject] = (JSON.parse(ran.out) as { subjects: readonly { conformity: readonly object[] }[] }).subjects
    expect(subject?.conformity).toMatchObject([{ pack: 'lutece', state: 'foreign' }])
  })

  it('comes first, with what to do first and what --fix can do', async () => {
    const cwd = temporaryFolder({
      'pom.xml':
        '<project>\n<groupId>fr.paris.lutece.plugins</groupId><artifactId>plugin-tour</artifactId><packaging>lutece-plugin</packaging><version>1.0.0</version>\n<repositories><repository>\n<url>http://maven.ville.example/a</url>\n</repository></repositories>\n</project>\n',
    })
    const ran = await runParvis(['lint', '.', '--pack', 'lutece', '--lang', 'en'], { cwd })
    const head = ran.out.split('\n').slice(0, 4).join('\n')
    expect(head).toMatch(/to be corrected.*\n {2}First: [A-Z0-9]+-\d+ .* · 1 finding for --fix to mend/u)
  })
})

describe('text in a terminal', () => {
  it('folds lines between words, and loses none', async () => {
    const files = { 'notes/A note whose name is so long that it does not fit.md': '' }
    const wide = await lint(files)
    const narrow = await lint(files, [], 70)
    const [, ...below] = narrow.out.split('\n').filter((line) => line.startsWith('      '))
    expect(Math.max(...below.map((line) => line.length))).toBeLessThanOrEqual(70)
    expect(narrow.out.replace(/\s+/gu, ' ')).toBe(wide.out.replace(/\s+/gu, ' '))
  })
})

describe('--badge', () => {
  it('draws a self-check with pack, version, state, day and end as an accessible picture that needs nothing else', async () => {
    const { cwd, code } = await lint({ 'a.tmp': '' }, ['--badge', 'badge.svg'])
    expect(code).toBe(1)
    const svg = readFileSync(join(cwd, 'badge.svg'), 'utf8')
    new SaxesParser().write(svg).close()
    expect(svg).toMatch(
      /<title id="t">self-check ours [0-9a-f]{8}: to be corrected 2026-11-15, until 2027-05-15<\/title>/u,
    )
    expect(svg).toMatch(/<desc id="d">ville\/agenda\. .*1 blocking rule to be corrected \(OUR-01\)<\/desc>/u)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|@import|url\(/u)
  })

  it('gives the same bytes for the same data, and French where asked', async () => {
    const drawn = async (...more: readonly string[]) => {
      const { cwd } = await lint(TIDY, ['--badge', 'b.svg', ...more])
      return readFileSync(join(cwd, 'b.svg'), 'utf8')
    }
    expect(await drawn()).toBe(await drawn())
    expect(await drawn('--lang', 'fr')).toMatch(
      /<title id="t">auto-contrôle ours [0-9a-f]{8}\s: règles tenues 2026-11-15, jusqu’au 2027-05-15</u,
    )
  })

  it('is about one whole repository', async () => {
    expect(await lint({}, ['--badge', 'b.svg', '--stage', 'merge'])).toMatchObject({ code: 2 })
    const cwd = temporaryFolder({ ...ownPack(), 'one/a': '', 'two/a': '' })
    const ran = await runParvis(['lint', 'one', 'two', '--pack', 'pack', '--badge', 'b.svg'], { cwd })
    expect(ran.err).toContain('one repository')
  })
})

describe('--format reply', () => {
  async function reply(files: Readonly<Record<string, string>>, more: readonly string[] = [], config = '') {
    const world = emptyWorld()
    const author = addAccount(world, { login: 'contributor-001' })
    const ville = addOrganisation(world, { login: 'ville' })
    const repository = buildRepository(world, { owner: ville.databaseId, name: 'agenda' })
    commitFiles(repository, { files: TIDY, author, at: '2026-10-01T08:00:00Z', message: 'Begin' })
    proposeChange(world, repository, { files, author, createdAt: '2026-10-02T08:00:00Z', title: 'Ping @mayor' })
    const host = await startGitHub({ world })
    onTestFinished(() => host.stop())
    const cwd = temporaryFolder({ ...ownPack(), ...(config && { 'parvis.yaml': config }) })
    const args = ['lint', 'ville/agenda#1', '--pack', 'pack', '--format', 'reply', '--lang', 'en', ...more]
    return runParvis(args, { cwd, env: { GITHUB_API_URL: host.url } })
  }

  const PROMISE = `promise:
  workingDays: 10
  contact: { fr: le bureau du libre, en: "the open-source office, <office@ville.example> @ville" }
site: { url: https://libre.ville.example/parvis/ }
`

  it('thanks, names file and fix, links the guide, keeps form from genericity, and promises an answer', async () => {
    const { out } = await reply({ 'new.tmp': '', 'notes/Odd.md': '' }, [], PROMISE)
    expect(out).toMatch(/^Hello, and thank you/u)
    expect(out).toContain('`new.tmp`')
    expect(out).toContain('Fix: Rename the `file`')
    expect(out).toContain('[the rule in the guide](https://libre.ville.example/parvis/en/contribute/rules/our-01/)')
    expect(out.indexOf('### The form')).toBeLessThan(out.indexOf('### Whether it is generic'))
    expect(out.indexOf('To correct before')).toBeLessThan(out.indexOf('To correct if possible'))
    // The tenth working day after a Sunday.
    expect(out).toContain('within 10 working days, by 2026-11-27, from: the open\\-source office')
  })

  it('says so when there is nothing to correct, and promises nothing that nobody promised', async () => {
    const { out, code } = await reply({ 'notes/fine.md': '' })
    expect(code).toBe(0)
    expect(out).toContain('Nothing to correct')
    expect(out).not.toContain('working days')
  })

  it('has its promise in JSON too, for programs that remind of it', async () => {
    const { out } = await reply({ 'notes/fine.md': '' }, ['--format', 'json'], PROMISE)
    const answer = JSON.parse(out)
    expect(answer.subjects[0].answer).toMatchObject({ workingDays: 10, by: '2026-11-27' })
    expect(complaints(answer, schemaOf('lint'))).toEqual([])
  })

  it('speaks French', async () => {
    const { out } = await reply({ 'new.tmp': '' }, ['--lang', 'fr'], PROMISE)
    expect(out).toMatch(/^Bonjour, et merci/u)
    expect(out).toContain('sous 10 jours ouvrés, au plus tard le 2026-11-27, de : le bureau du libre')
  })

  it('calls nobody, links nowhere and holds no markup of the proposed tree', async () => {
    const hostile = [
      'notes/@mayor #12.md',
      'notes/<img src=x>.md',
      'notes/`tick` [click](https:x).md',
      'notes/x_y__z.md',
    ]
    const { out } = await reply(Object.fromEntries(hostile.map((path) => [path, ''])), [], PROMISE)
    const page = new MarkdownIt({ html: true, linkify: true }).render(out)
    expect(page).not.toMatch(/<img|<strong>y|<em>/u)
    expect(
      [...page.matchAll(/<a href="([^"]+)"/gu)].every(([, to]) => to?.startsWith('https://libre.ville.example/')),
    ).toBe(true)
    // Outside of code, where the host looks for names to call.
    expect(page.replace(/<code>.*?<\/code>/gu, '')).not.toMatch(/@\w|#\d/u)
    expect(out).not.toContain('Ping')
  })

  it('is drafted to change requests alone', async () => {
    const ran = await lint(TIDY, ['--format', 'reply'])
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('OWNER/NAME#123') })
  })
})

describe('--format github', () => {
  it('writes no more of a level than GitHub shows, the gravest first, and says how many more there are', async () => {
    const tree = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [
        [`${i}.tmp`, ''],
        [`notes/N${i}.md`, ''],
      ]).flat(),
    )
    const { out } = await lint(tree, ['--format', 'github'])
    const count = (level: string, from = out) =>
      from.split('\n').filter((line) => line.startsWith(`::${level} `)).length
    expect([count('error'), count('warning')]).toEqual([1, 10])
    expect(count('notice')).toBeLessThanOrEqual(10)
    expect(out).toContain('::4 more findings: GitHub shows no more than 10')
    const all = await lint(tree, ['--format', 'github', '--all'])
    expect([count('error', all.out), count('warning', all.out)]).toEqual([1, 14])
  })
})

describe('an internal rule', () => {
  const internal = () => {
    const files = ownPack()
    const rules = files['pack/names.yaml'] ?? ''
    return {
      ...files,
      'pack/names.yaml': rules.replace('code: OUR-01,', 'code: OUR-01, audience: internal,'),
      'a.tmp': '',
    }
  }

  it.each(['markdown', 'github'])('is counted and not shown in %s, which others read', async (format) => {
    const ran = await lint(internal(), ['--format', format])
    expect(ran.out).not.toContain('OUR-01')
    expect(ran.out.replaceAll('\\', '')).toContain('1 internal rule does not hold')
    expect(ran.code).toBe(1)
    const told = await lint(internal(), ['--format', format, '--audience', 'internal'])
    expect(told.out.replaceAll('\\', '')).toContain('OUR-01')
  })

  it.each(['text', 'json', 'sarif', 'junit'])(
    'is shown in %s to whoever ran it, unless it is for the public',
    async (format) => {
      expect((await lint(internal(), ['--format', format])).out).toContain('OUR-01')
      const told = await lint(internal(), ['--format', format, '--audience', 'public'])
      expect(told.out).not.toContain('OUR-01')
    },
  )
})

describe('a secret of the judged tree', () => {
  const SECRET = `ghp_${'x1'.repeat(18)}`

  it.each(['text', 'json', 'sarif', 'github', 'markdown', 'junit'])('is in no answer as %s', async (format) => {
    const rules = ownPack()['pack/names.yaml'] ?? ''
    const look = '{ looks: [{ paths: ["**/*.cfg"], mask: none, pattern: "token=.*" }], instead: "a vault" }'
    const looking = rules.replace(/check: file-absent, options: \{.*?\]\s*\}/u, `check: text-free-of, options: ${look}`)
    const ran = await lint({ 'pack/names.yaml': looking, 'app.cfg': `token=${SECRET}\n` }, ['--format', format])
    expect(ran.out).toContain('app.cfg')
    expect(ran.out.replaceAll('\\', '')).toContain('ghp_…')
    expect(ran.out).not.toContain(SECRET)
  })
})
