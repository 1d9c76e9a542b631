import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { github } from '#cli/reporters/github.ts'
import { junit } from '#cli/reporters/junit.ts'
import type { ReportContext } from '#cli/reporters/lint.ts'
import { markdown } from '#cli/reporters/markdown.ts'
import { sarif } from '#cli/reporters/sarif.ts'
import type { LintReport } from '#data/model/lint.ts'
import { complaints, type Schema } from './json-schema.ts'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TREE = { 'a.tmp': '', 'notes/Odd.md': '' }

/** Names that a tree may hold and that mean something to a terminal, a log, a page or a parser. */
const HOSTILE = [
  'notes/%0A::error::x,y:z.md',
  'notes/\n::error title=forged::line.md',
  'notes/##[error]old.md',
  'notes/<img src=x onerror=alert(1)>.md',
  'notes/]]> & "quoted" \'once\'.md',
  'notes/\u001b[31mred\u0007.md',
  'notes/`tick` ``two`` | bar.md',
  'notes/[click](x) ![i](y).md',
  'notes/@mayor #12 www.ville.example.md',
  'notes/turned\u202etxt\u2066.md',
  'é/[link](https:x).tmp',
]

async function lintAs(format: string, args: readonly string[] = [], files: Readonly<Record<string, string>> = TREE) {
  const cwd = temporaryFolder({ ...ownPack(), ...files })
  return runParvis(['lint', '.', '--pack', 'pack', '--format', format, '--lang', 'en', ...args], { cwd })
}

/** Control characters but for ends of lines, and what turns the direction of writing. */
const STEERING = /[^\n\P{Cc}]|[\u202e\u2066]/u

const hostileTree = Object.fromEntries(HOSTILE.map((path) => [path, '']))

const WAIVED = ownPack({
  more: 'waivers: [{ rule: OUR-01, subject: ville/*, reason: Until <then>, until: 2027-01-01, approvedBy: Office }]\n',
})

/** What no test can bring about through the front door: a rule that crashed, and a tree that could not be listed. */
const CRASHED: LintReport = {
  asOf: '2026-11-15',
  packs: [],
  subjects: [
    {
      subject: 'ville/one',
      repository: 'ville/one',
      kind: 'other',
      line: null,
      coverage: 'unknown',
      component: null,
      outcomes: [
        {
          rule: 'a/b',
          code: 'A-01',
          pack: 'ours',
          outcome: 'error',
          severity: 'warning',
          findings: [
            {
              rule: 'a/b',
              code: 'A-01',
              outcome: 'error',
              severity: 'warning',
              confidence: 'high',
              messageId: 'engine/crashed',
              args: {},
              fingerprint: '0'.repeat(64),
            },
          ],
        },
      ],
    },
    {
      subject: 'ville/gone',
      repository: 'ville/gone',
      kind: 'other',
      line: null,
      coverage: 'unknown',
      component: null,
      outcomes: [],
    },
  ],
}
const CONTEXT: ReportContext = {
  language: 'en',
  all: false,
  isVerbose: false,
  hasColor: false,
  toolVersion: '1.2.3',
  baseline: undefined,
  hidden: 0,
  columns: undefined,
  sentence: () => 'it stopped',
  verdicts: () => [],
  isAutomatic: () => false,
  waiversEnding: () => [],
  promise: () => undefined,
  rule: () => ({
    title: 'Title',
    question: 'Q?',
    rationale: 'Because.',
    remediation: '',
    url: 'https://ville.example/rules',
    guide: 'https://ville.example/rules',
    severity: 'warning',
    confidence: 'high',
  }),
}

describe('--format sarif', () => {
  it('has what SARIF 2.1.0 and code scanning require, and no key that they do not know', async () => {
    for (const ran of [
      await lintAs('sarif'),
      await lintAs('sarif', [], hostileTree),
      await lintAs('sarif', ['--as', 'ville/one'], { ...TREE, ...WAIVED }),
      await lintAs('sarif', ['--write-baseline', 'known.json', '--lang', 'fr']),
    ]) {
      expect(complaints(JSON.parse(ran.out), SARIF)).toEqual([])
    }
    expect(complaints(JSON.parse(sarif(CRASHED, CONTEXT)), SARIF)).toEqual([])
  })

  it('places a result where it was found, without a line that nobody knows, and by its rule', async () => {
    const run = onlyRun(await lintAs('sarif', [], { ...TREE, 'CHANGELOG.md': '' }))
    expect(run.automationDetails.id).toBe('parvis/./')
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['OUR-01', 'error'],
      ['OUR-02', 'warning'],
    ])
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(run.results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'a.tmp', uriBaseId: '%SRCROOT%' } } },
    ])
  })

  it('gives the line where there is one', async () => {
    const pom =
      '<project>\n<version>1.0.0</version>\n<artifactId>plugin-x</artifactId>\n<packaging>lutece-plugin</packaging>\n</project>'
    const descriptor = '<plug-in>\n<name>x</name>\n<version>2.0.0</version>\n</plug-in>'
    const files = { 'pom.xml': pom, 'webapp/WEB-INF/plugins/x.xml': descriptor }
    const run = onlyRun(await lintAs('sarif', ['--pack', 'lutece'], files))
    const told = run.results.find(({ ruleId }) => ruleId === 'DESC-04')
    expect(told?.locations[0]?.physicalLocation.region).toMatchObject({ startLine: 3 })
  })

  it('writes paths as addresses that lead back to them', async () => {
    const run = onlyRun(await lintAs('sarif', [], hostileTree))
    const uris = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? '')
    expect(
      uris
        .map(decodeURIComponent)
        .filter((path) => path.startsWith('notes/'))
        .sort(),
    ).toEqual(HOSTILE.filter((path) => path.startsWith('notes/')).sort())
    for (const uri of uris) expect(uri).toMatch(/^(?:[\w\-.~!*'()]|%[\dA-F]{2}|\/)+$/)
  })

  it('keeps a file name from being a link in a message', async () => {
    const run = onlyRun(await lintAs('sarif', [], hostileTree))
    const told = run.results.find(({ ruleId }) => ruleId === 'OUR-01')
    expect(told?.message.text).toContain('\\[link](https:x)')
  })

  it('keeps to what code scanning takes, the gravest first, and says what it leaves out', () => {
    const [crashed] = CRASHED.subjects
    const [outcome] = crashed?.outcomes ?? []
    const [finding] = outcome?.findings ?? []
    if (crashed === undefined || outcome === undefined || finding === undefined) throw new Error('no finding')
    const many = (count: number, severity: 'error' | 'info') =>
      Array.from({ length: count }, () => ({ ...finding, outcome: 'fail' as const, severity }))
    const told = (count: number) => {
      const findings = [...many(count, 'info'), ...many(1, 'error')]
      const subjects = [{ ...crashed, outcomes: [{ ...outcome, outcome: 'fail' as const, findings }] }]
      const [run] = (JSON.parse(sarif({ ...CRASHED, subjects }, CONTEXT)) as Log).runs
      return { results: run?.results ?? [], notes: JSON.stringify(run?.invocations) }
    }
    const refused = told(25_000)
    expect(refused.results).toHaveLength(25_000)
    expect(refused.results[0]).toMatchObject({ level: 'error' })
    expect(refused.notes).toContain('25001 findings, of which code scanning keeps or shows the first 25000')
    expect(told(5_000).notes).toContain('the first 5000')
    expect(told(4_999).notes).not.toContain('the first')
    const runs = { ...CRASHED, subjects: Array.from({ length: 21 }, () => crashed) }
    expect(sarif(runs, CONTEXT)).toContain('More than 20 repositories')
  })

  it('tells what was not checked as a notification, what crashed as one of level error', async () => {
    const [invocation] = onlyRun(await lintAs('sarif')).invocations
    expect(invocation).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning', associatedRule: { id: 'OUR-04' } }],
    })
    const { runs } = JSON.parse(sarif(CRASHED, CONTEXT)) as Log
    for (const run of runs) {
      expect(run.invocations).toMatchObject([
        { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
      ])
    }
    expect(new Set(runs.map((run) => run.automationDetails.id)).size).toBe(2)
  })

  it('tells a waiver as a suppression, and what is known as unchanged', async () => {
    const waived = onlyRun(await lintAs('sarif', ['--as', 'ville/one'], { ...TREE, ...WAIVED }))
    expect(waived.results.map(({ ruleId, suppressions }) => [ruleId, suppressions.length])).toEqual([
      ['OUR-02', 0],
      ['OUR-03', 0],
      ['OUR-01', 1],
    ])
    const known = onlyRun(await lintAs('sarif', ['--write-baseline', 'known.json']))
    expect(new Set(known.results.map(({ baselineState }) => baselineState))).toEqual(new Set(['unchanged']))
  })
})

describe('--format github', () => {
  it('says level, file and title, what is wrong and how to mend it', async () => {
    const { out } = await lintAs('github')
    const lines = out.split('\n')
    expect(lines[0]).toMatch(
      /^::error file=a\.tmp,title=OUR-01 No <leftovers>.*::files that have no place.*%0AFix: Rename/,
    )
    expect(lines[1]).toMatch(/^::warning file=notes\/Odd\.md,title=OUR-02 Plain names::the path is not understood/)
    expect(lines[2]).toMatch(/^::notice title=OUR-03/)
    expect(lines[3]).toMatch(/^::notice title=OUR-04/)
    expect(lines[4]).toBe('::notice title=Parvis .::3 to correct · 1 not checked')
  })

  it('speaks French', async () => {
    expect((await lintAs('github', ['--lang', 'fr'])).out).toMatch(
      /Noms simples::chemin non reconnu.*%0ACorriger : Renommer/,
    )
  })

  it('lets no file name begin a command, forge a property or end one early', async () => {
    const { out } = await lintAs('github', [], hostileTree)
    const commands = out.trimEnd().split('\n').map(parsed)
    const files = commands.map(({ properties }) => properties.file).filter((file) => file?.startsWith('notes/'))
    expect(files.sort()).toEqual(HOSTILE.filter((path) => path.startsWith('notes/')).sort())
    for (const { properties, message } of commands) {
      expect(Object.keys(properties).every((name) => ['file', 'line', 'col', 'title'].includes(name))).toBe(true)
      expect(message).not.toMatch(STEERING)
    }
  })

  it('leaves waived and known findings to the summary', async () => {
    const waived = await lintAs('github', ['--as', 'ville/one'], { ...TREE, ...WAIVED })
    expect(waived.out).not.toContain('OUR-01')
    const known = await lintAs('github', ['--write-baseline', 'known.json'])
    expect(known.out).toBe(`${known.out.split('\n')[0]}\n::notice title=Parvis .::3 accepted · 1 not checked\n`)
  })

  it('is an error where a rule crashed or nothing could be read', () => {
    expect(github(CRASHED, CONTEXT).match(/^::\w+/gm)).toEqual(['::error', '::notice', '::error'])
  })
})

describe('--format markdown', () => {
  it('counts outcomes in a table and groups findings by gravity, in either language', async () => {
    const { out } = await lintAs('markdown')
    expect(out).toContain('| `.` | 0 | 3 | 0 | 1 | 0 | 0 |')
    expect(out.match(/^#### .*$/gm)).toEqual(['#### error', '#### warning', '#### info', '#### not checked'])
    expect(out).toContain('Fix\\: Rename the `file`\\.')
    const french = await lintAs('markdown', ['--lang', 'fr'])
    expect(french.out).toContain('#### non vérifiée')
  })

  it('escapes titles', async () => {
    expect((await lintAs('markdown')).out).toContain(
      '[OUR-01](https://ville.example/rules) No \\<leftovers\\> \\| \\[here\\](x)',
    )
  })

  it('keeps file names from being markup, addresses, mentions or references', async () => {
    const { out } = await lintAs('markdown', [], hostileTree)
    const { types, texts, codes, addresses } = rendered(out)
    expect(types).not.toContain('html_inline')
    expect(types).not.toContain('html_block')
    expect(types).not.toContain('image')
    expect(addresses).toEqual(new Set(['https://ville.example/rules']))
    expect(texts.join(' ')).not.toMatch(/[@#]\w/)
    expect(codes).toContain('notes/`tick` ``two`` | bar.md')
    expect(codes).toContain('notes/@mayor #12 www.ville.example.md')
    expect(out).not.toMatch(STEERING)
    expect(out).toContain('notes/\\u{a}::error')
  })

  it('keeps an address written into a sentence from being one', async () => {
    const { out } = await lintAs('markdown', [], { 'é/[link](https:x).tmp': '', '@mayor.tmp': '', 'www.ville.tmp': '' })
    const { texts, addresses } = rendered(out)
    expect(addresses).toEqual(new Set(['https://ville.example/rules']))
    expect(texts.join(' ')).toContain('@\u2060mayor.tmp, www.ville.tmp, é/[link](https:x).tmp')
  })

  it('says what the baseline knows and what can go', async () => {
    const { out } = await lintAs('markdown', ['--write-baseline', 'known.json'])
    expect(out).toContain('3 findings known from known\\.json')
    expect(out).not.toContain('OUR-01')
  })

  it('says where a rule crashed or nothing could be read', () => {
    const out = markdown(CRASHED, CONTEXT)
    expect(out).toContain('#### crashed')
    expect(out).toContain('nothing was checked')
  })
})

describe('--format junit', () => {
  it('is a suite a subject and a case a rule, counted as it reads', async () => {
    for (const files of [TREE, hostileTree]) {
      const { suites, cases } = junitOf((await lintAs('junit', [], files)).out)
      expect(suites).toEqual([{ name: '.', tests: '4', failures: '3', errors: '0', skipped: '1' }])
      expect(cases.map(({ name, ending }) => [name.slice(0, 6), ending])).toEqual([
        ['OUR-01', 'failure'],
        ['OUR-02', 'failure'],
        ['OUR-03', 'failure'],
        ['OUR-04', 'skipped'],
      ])
    }
  })

  it('gives file names back as they are, but for what XML cannot hold', async () => {
    const { cases } = junitOf((await lintAs('junit', [], hostileTree)).out)
    const told = cases.find(({ name }) => name.startsWith('OUR-02'))?.text ?? ''
    expect(told).toContain('notes/<img src=x onerror=alert(1)>.md')
    expect(told).toContain('notes/]]> & "quoted" \'once\'.md')
    expect(told).toContain('notes/\\u{1b}[31mred\\u{7}.md')
  })

  it('skips what is waived or known, and errs where a rule crashed or nothing could be read', async () => {
    const waived = junitOf((await lintAs('junit', ['--as', 'ville/one'], { ...TREE, ...WAIVED })).out)
    expect(waived.cases[0]).toMatchObject({
      ending: 'skipped',
      text: expect.stringContaining('exception until 2027-01-01'),
    })
    const known = junitOf((await lintAs('junit', ['--write-baseline', 'known.json'])).out)
    expect(known.suites).toMatchObject([{ failures: '0', skipped: '4' }])
    expect(junitOf(junit(CRASHED, CONTEXT)).suites.map(({ tests, errors }) => [tests, errors])).toEqual([
      ['1', '1'],
      ['1', '1'],
    ])
  })
})

describe('two folders of one repository', () => {
  it('are two subjects, whose paths start at the root of the repository where the host wants them', async () => {
    const cwd = temporaryFolder({ ...ownPack(), 'plugins/a b/x.tmp': '', 'plugins/c/x.tmp': '' })
    const git = (...args: readonly string[]) => execFileSync('git', ['-C', cwd, ...args])
    git('init', '-q')
    git('remote', 'add', 'origin', 'https://github.com/ville/one.git')
    git('add', '.')
    const lint = async (...args: readonly string[]) =>
      (await runParvis(['lint', 'plugins/a b', 'plugins/c', '--pack', 'pack', '--lang', 'en', ...args], { cwd })).out
    expect((await lint('--format', 'github')).match(/file=[^,]+/g)).toEqual([
      'file=plugins/a b/x.tmp',
      'file=plugins/c/x.tmp',
    ])
    const { runs } = JSON.parse(await lint('--format', 'sarif')) as Log
    expect(runs.map((run) => run.automationDetails.id)).toEqual([
      'parvis/ville/one/plugins/a b/',
      'parvis/ville/one/plugins/c/',
    ])
    expect(runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toEqual([
      'plugins/a%20b/x.tmp',
      'plugins/a%20b/',
    ])
    expect(await lint('--format', 'markdown')).toContain('### `ville/one/plugins/c`')
    expect(await lint('--format', 'json')).toContain('"folder": "plugins/c"')
    await lint('--write-baseline', 'known.json')
    rmSync(join(cwd, 'plugins/c/x.tmp'))
    expect(await lint('--baseline', 'known.json')).toContain('  OUR-01  ville/one/plugins/c  x.tmp\n')
  })
})

describe('--format text', () => {
  it('lets no file name steer the terminal or begin a line', async () => {
    const { out } = await lintAs('text', ['--all'], hostileTree)
    expect(out).not.toMatch(STEERING)
    expect(out).not.toMatch(/^::error/m)
    expect(out).toContain('notes/\\u{1b}[31mred\\u{7}.md')
  })
})

interface Log {
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string }
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly invocations: readonly object[]
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly baselineState?: string
      readonly suppressions: readonly object[]
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: object }
      }[]
    }[]
  }[]
}

function onlyRun({ out }: { readonly out: string }): Log['runs'][number] {
  const { runs } = JSON.parse(out) as Log
  const [run] = runs
  if (run === undefined || runs.length !== 1) throw new Error('expected one run')
  return run
}

/** A workflow command as the runner reads it. */
function parsed(line: string) {
  const [, level = '', list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  if (level === '') throw new Error(`not a command: ${line}`)
  const unescaped = (text: string) =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const properties: Readonly<Record<string, string>> = Object.fromEntries(
    list.split(',').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, unescaped(value.join('='))]
    }),
  )
  return { level, properties, message: unescaped(message) }
}

/** Markdown as a host reads it: raw HTML allowed, bare addresses made links. */
function rendered(source: string) {
  const blocks = new MarkdownIt({ html: true, linkify: true }).parse(source, {})
  const tokens = blocks.flatMap((block) => [block, ...(block.children ?? [])])
  const contents = (type: string) => tokens.filter((token) => token.type === type).map(({ content }) => content)
  return {
    types: tokens.map(({ type }) => type),
    texts: blocks
      .filter(({ type }) => type === 'inline')
      .map(({ children }) =>
        (children ?? [])
          .filter(({ type }) => type.startsWith('text'))
          .map(({ content }) => content)
          .join(''),
      ),
    codes: contents('code_inline'),
    addresses: new Set(tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'))),
  }
}

function junitOf(xml: string) {
  const suites: Readonly<Record<string, string>>[] = []
  const cases: { name: string; ending: string | null; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuite') suites.push({ ...attributes } as Record<string, string>)
    const last = cases.at(-1)
    if (name === 'testcase') cases.push({ name: String(attributes.name), ending: null, text: '' })
    else if (last !== undefined && ['failure', 'error', 'skipped'].includes(name)) last.ending = name
  })
  parser.on('text', (text) => {
    const last = cases.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.write(xml).close()
  return { suites, cases }
}

const text: Schema = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', pattern: '\\S' }, markdown: { type: 'string' } },
  additionalProperties: false,
}
const level: Schema = { enum: ['error', 'warning', 'note'] }
const location: Schema = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri', 'uriBaseId'],
          properties: { uri: { type: 'string', pattern: '^[^\\s:\\\\]+$' }, uriBaseId: { const: '%SRCROOT%' } },
          additionalProperties: false,
        },
        region: {
          type: 'object',
          required: ['startLine'],
          properties: { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}
const index: Schema = { type: 'integer', minimum: 0 }

/** The part of SARIF 2.1.0 that we write: its required properties, and those that code scanning wants beside them. */
const SARIF: Schema = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '/sarif-schema-2\\.1\\.0\\.json$' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'automationDetails', 'invocations', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'version', 'rules'],
                properties: {
                  name: { const: 'Parvis' },
                  version: { type: 'string' },
                  language: { enum: ['fr', 'en'] },
                  rules: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: [
                        'id',
                        'shortDescription',
                        'fullDescription',
                        'help',
                        'helpUri',
                        'defaultConfiguration',
                      ],
                      properties: {
                        id: { type: 'string', pattern: '^[A-Z][A-Z0-9]*-\\d{2,3}$' },
                        name: { type: 'string' },
                        shortDescription: text,
                        fullDescription: text,
                        help: text,
                        helpUri: { type: 'string', pattern: '^https?://\\S+$' },
                        defaultConfiguration: {
                          type: 'object',
                          required: ['level'],
                          properties: { level },
                          additionalProperties: false,
                        },
                        properties: {
                          type: 'object',
                          properties: {
                            tags: { type: 'array', items: { type: 'string' } },
                            precision: { enum: ['high', 'medium', 'low'] },
                            'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
                          },
                          additionalProperties: false,
                        },
                      },
                      additionalProperties: false,
                    },
                  },
                },
                additionalProperties: false,
              },
            },
            additionalProperties: false,
          },
          automationDetails: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'string', pattern: '^parvis/.+/$' } },
            additionalProperties: false,
          },
          language: { type: 'string', pattern: '^[a-z]{2}$' },
          originalUriBaseIds: { type: 'object', required: ['%SRCROOT%'] },
          invocations: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['executionSuccessful', 'toolExecutionNotifications'],
              properties: {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['level', 'message'],
                    properties: {
                      level,
                      message: text,
                      associatedRule: {
                        type: 'object',
                        required: ['id', 'index'],
                        properties: { id: { type: 'string' }, index },
                        additionalProperties: false,
                      },
                      locations: { type: 'array', minItems: 1, items: location },
                    },
                    additionalProperties: false,
                  },
                },
              },
              additionalProperties: false,
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'ruleId',
                'ruleIndex',
                'level',
                'rank',
                'message',
                'locations',
                'partialFingerprints',
                'suppressions',
              ],
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: index,
                level,
                rank: { type: 'number', minimum: 0, maximum: 100 },
                message: text,
                locations: { type: 'array', minItems: 1, items: location },
                partialFingerprints: {
                  type: 'object',
                  required: ['primaryLocationLineHash'],
                  additionalProperties: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                },
                suppressions: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['kind', 'justification'],
                    properties: {
                      kind: { const: 'external' },
                      status: { const: 'accepted' },
                      justification: { type: 'string' },
                    },
                    additionalProperties: false,
                  },
                },
                baselineState: { enum: ['new', 'unchanged'] },
              },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
