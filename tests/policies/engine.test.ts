import { describe, expect, it } from 'vitest'
import { SourceFailure } from '#data/model/failures.ts'
import type { Source } from '#data/model/source.ts'
import { type LintRequest, lint } from '#policies/engine.ts'
import { standingOf } from '#policies/outcome.ts'
import { loadPack } from '#policies/pack.ts'
import { builtinPack, builtinPacks } from '#policies/registry.ts'
import type { RulePack, Waiver } from '#policies/rule.ts'
import { DESCRIPTOR, descriptor, type Files, java, PACKAGE, plugin, pom, REPOSITORY } from './component.ts'
import { source, TIDY_GIT } from './source.ts'

const lutece = [builtinPack('lutece')]

async function judge(files: Files, changes: Partial<LintRequest> = {}) {
  const report = await lint({
    source: source(files, { ...TIDY_GIT, repository: REPOSITORY }),
    packs: lutece,
    asOf: '2026-11-21',
    ...changes,
  })
  const of = (code: string) => {
    const outcome = report.outcomes.find((one) => one.code === code)
    if (outcome === undefined) throw new Error(`no outcome for ${code}`)
    return outcome
  }
  return { report, of }
}

async function lutecePlus(yaml: string): Promise<readonly RulePack[]> {
  const text = `id: ours\ntitle: Ours\npolicy: { title: Ours, url: https://example.org }\nextends: [lutece]\n${yaml}`
  return [await loadPack([{ path: 'ours/pack.yaml', text }], { packs: builtinPacks() })]
}

const importsDao = (place: string) => java(place, { imports: [`${PACKAGE}.business.TickDAO`] })

describe('a report', () => {
  it('holds one outcome for each rule, in the order of the packs, and no findings where all is well', async () => {
    const { report } = await judge(plugin())
    const rules = lutece.flatMap((pack) => pack.families.flatMap((family) => family.rules))
    const codes = rules.filter(({ stages = ['merge'] }) => stages.includes('merge')).map((rule) => rule.code)
    expect(report.outcomes.map(({ code }) => code)).toEqual(codes)
    expect(report.outcomes.flatMap(({ findings }) => findings)).toEqual([])
    expect(report).toMatchObject({
      subject: REPOSITORY,
      repository: REPOSITORY,
      kind: 'plugin',
      line: 'v7',
      coverage: 'complete',
    })
  })

  it('is the same on every run', async () => {
    const files = plugin({ ...importsDao('web/A'), [DESCRIPTOR]: descriptor({ version: '0' }) })
    expect((await judge(files)).report).toEqual((await judge(files)).report)
  })

  it('weighs a rule by the line, kind or owner of the subject, unless a pack says one gravity for all', async () => {
    const graded = (more = ''): Promise<readonly RulePack[]> =>
      Promise.all([
        loadPack(
          [
            {
              path: 'ours/pack.yaml',
              text: `id: ours\ntitle: Ours\npolicy: { title: Ours, url: https://example.org }\nclassifier: { id: lutece, options: ${JSON.stringify(lutece[0]?.classifier?.options)} }\nfamilies: [names]\n${more}`,
            },
            {
              path: 'ours/names.yaml',
              text: `title: Names\nrules:\n- { id: a/b, code: OUR-01, title: T, question: Q?, check: file-count, options: { paths: [x], least: 1 }, severity: error, grades: [{ when: { line: [v7], owner: [lutece-platform] }, severity: info }], effort: minutes }\n`,
            },
            { path: 'ours/OUR-01.en.md', text: '## Why\n\na\n\n## Bad\n\na\n\n## Good\n\na\n\n## Fix\n\na\n' },
          ],
          { packs: [] },
        ),
      ])
    const severityOf = async (packs: readonly RulePack[], changes: Partial<LintRequest> = {}) =>
      (await judge(plugin(), { packs, ...changes })).of('OUR-01').severity
    expect(await severityOf(await graded())).toBe('info')
    expect(await severityOf(await graded(), { source: source(plugin(), { repository: 'example/clock' }) })).toBe(
      'error',
    )
    expect(await severityOf(await graded('rules: { OUR-01: warning }'))).toBe('warning')
  })

  it('takes a rule that two packs have from the later one', async () => {
    const packs = [...lutece, ...(await lutecePlus('rules: { DESC-01: info }'))]
    const { report, of } = await judge(plugin({ [DESCRIPTOR]: null }), { packs })
    expect(report.outcomes.filter(({ code }) => code === 'DESC-01')).toHaveLength(1)
    expect(of('DESC-01')).toMatchObject({ pack: 'ours', severity: 'info' })
  })

  it('says where it was read when nobody knows the repository', async () => {
    const { report } = await judge(plugin(), { source: source(plugin()) })
    expect(report).toMatchObject({ subject: 'memory', repository: null, coverage: 'partial' })
  })

  it('has no coverage when nothing could be judged', async () => {
    const ofTheBuild = (pack: RulePack) => pack.families.filter(({ id }) => id === 'build')
    const packs = lutece.map((pack): RulePack => ({ ...pack, families: ofTheBuild(pack) }))
    const { report } = await judge({ 'pom.xml': '<project' }, { packs })
    expect(report).toMatchObject({ kind: 'other', coverage: 'unknown' })
    expect(new Set(report.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']))
  })
})

describe('what could not be read', () => {
  const broken = { 'src/java/fr/paris/lutece/plugins/clock/web/Broken.java': '\u0000' }

  it('makes a rule without findings unknown, at the place where reading stopped', async () => {
    const { of } = await judge(plugin(broken))
    expect(of('ARCH-01')).toMatchObject({ outcome: 'unknown' })
    expect(of('ARCH-01').findings).toMatchObject([
      { outcome: 'unknown', messageId: 'engine/unread', location: { path: Object.keys(broken)[0] } },
    ])
  })

  it('leaves standing what was found in the other files', async () => {
    const { of } = await judge(plugin({ ...broken, ...importsDao('web/A') }))
    expect(of('ARCH-01').outcome).toBe('fail')
    expect(of('ARCH-01').findings.map(({ outcome }) => outcome)).toEqual(['fail', 'unknown'])
  })

  it('keeps a check from running that needs every file', async () => {
    const { of } = await judge(plugin({ ...broken, [DESCRIPTOR]: descriptor({ 'a-class': `${PACKAGE}.Gone` }) }))
    expect(of('DESC-06').outcome).toBe('unknown')
  })

  it('may be a file that the source does not have', async () => {
    const whole = source(plugin(), { repository: REPOSITORY })
    const holed: Source = {
      ...whole,
      read(entry) {
        if (entry.path === DESCRIPTOR) throw new SourceFailure('gone', 'not stored')
        return whole.read(entry)
      },
    }
    const { of } = await judge({}, { source: holed })
    expect(of('DESC-04').findings).toMatchObject([{ args: { problem: 'unavailable' }, location: { path: DESCRIPTOR } }])
    expect(of('JAVA-04').outcome).toBe('pass')
  })

  it('is unknown for every rule about kinds when the build file cannot be read', async () => {
    const { of } = await judge({ ...plugin(), 'pom.xml': '<project>\n<artifactId>plugin-clock</wrong>' })
    expect(of('DESC-01').findings).toMatchObject([
      { outcome: 'unknown', messageId: 'engine/kind-undetermined', location: { path: 'pom.xml', line: 2 } },
    ])
    expect(of('REPO-01').outcome).toBe('pass')
  })

  it('is never what the source refuses to list', async () => {
    const refused: Source = {
      ...source({}),
      entries: () => Promise.reject(new SourceFailure('not-found', 'no such tree')),
    }
    await expect(judge({}, { source: refused })).rejects.toThrow('no such tree')
  })
})

describe('a rule that crashes', () => {
  it('is an error of its own, and the others go on', async () => {
    // Only a pack that went around the loader can hold options that a check does not take.
    const [pack] = lutece
    const families = pack?.families.map((family) => ({
      ...family,
      rules: family.rules.map((rule) => (rule.code === 'DESC-01' ? { ...rule, options: { paths: 3 } } : rule)),
    }))
    const { report, of } = await judge(plugin(), { packs: [{ ...pack, families } as RulePack] })
    expect(of('DESC-01')).toMatchObject({
      outcome: 'error',
      findings: [{ outcome: 'error', messageId: 'engine/crashed' }],
    })
    expect(of('DESC-04').outcome).toBe('pass')
    expect(report.coverage).toBe('partial')
  })
})

describe('fingerprints', () => {
  const print = async (files: Files) =>
    (await judge(files)).of('ARCH-01').findings.map(({ fingerprint }) => fingerprint)
  const place = 'src/java/fr/paris/lutece/plugins/clock/web/A.java'

  it('stay when lines move', async () => {
    const files = plugin(importsDao('web/A'))
    const moved = { ...files, [place]: `\n\n// moved\n${files[place]}` }
    expect(await print(moved)).toEqual(await print(files))
  })

  it('stay when another finding comes before', async () => {
    const files = plugin(importsDao('web/B'))
    const [before] = await print(files)
    expect(await print({ ...files, ...importsDao('web/A') })).toContain(before)
  })

  it('tell two findings of the same text apart', async () => {
    const files = plugin(java('web/A', { imports: [`${PACKAGE}.business.TickDAO`, `${PACKAGE}.business.TickDAO`] }))
    expect(new Set(await print(files)).size).toBe(2)
  })

  it('change with the path', async () => {
    expect(await print(plugin(importsDao('web/A')))).not.toEqual(await print(plugin(importsDao('web/B'))))
  })

  it('know neither repository nor figures', async () => {
    const french = (keys: string) => ({
      'src/java/a/resources/a_messages.properties': 'a=1\nb=1\nc=1',
      'src/java/a/resources/a_messages_fr.properties': keys,
    })
    const [one] = (await judge(plugin(french('a=1')))).of('I18N-05').findings
    const elsewhere = source(plugin(french('a=1\nb=1')), { repository: 'example-city/other' })
    const [other] = (await judge({}, { source: elsewhere })).of('I18N-05').findings
    expect(one?.rate).not.toEqual(other?.rate)
    expect(one?.fingerprint).toBe(other?.fingerprint)
  })
})

describe('waivers', () => {
  const files = plugin({ [DESCRIPTOR]: null })
  const waiver: Waiver = {
    rule: 'DESC-01',
    subject: 'lutece-platform/*',
    reason: 'descriptor comes with the next version',
    until: '2026-12-31',
    approvedBy: 'platform team',
  }

  it('travel with the findings that they cover, which stay failures', async () => {
    const { of } = await judge(files, { waivers: [waiver] })
    expect(of('DESC-01')).toMatchObject({ outcome: 'fail', findings: [{ waiver: { until: '2026-12-31' } }] })
    expect(standingOf(of('DESC-01'))).toBe('exception')
    expect(of('PACK-01').outcome).toBe('pass')
  })

  it('name a rule by its id as well, and the longest holds', async () => {
    const longer = { ...waiver, rule: 'descriptor/exactly-one', until: '2027-06-30' }
    const { of } = await judge(files, { waivers: [waiver, longer] })
    expect(of('DESC-01').findings[0]?.waiver?.until).toBe('2027-06-30')
  })

  it('that have ended cover nothing and are a finding', async () => {
    const { of } = await judge(files, { waivers: [{ ...waiver, until: '2026-11-20' }] })
    expect(standingOf(of('DESC-01'))).toBe('to-mend')
    expect(of('PACK-01')).toMatchObject({
      outcome: 'fail',
      findings: [{ args: { rule: 'DESC-01', until: '2026-11-20' } }],
    })
  })

  it('of others are none of this subject’s business', async () => {
    const { report, of } = await judge(files, { waivers: [{ ...waiver, subject: 'example-city/*' }] })
    expect(standingOf(of('DESC-01'))).toBe('to-mend')
    expect(report.outcomes.map(({ code }) => code)).not.toContain('PACK-01')
  })

  it('come from packs too', async () => {
    const packs = await lutecePlus(
      `waivers: [{ rule: DESC-01, subject: ${REPOSITORY}, reason: later, until: 2026-12-31, approvedBy: platform }]`,
    )
    expect(standingOf((await judge(files, { packs })).of('DESC-01'))).toBe('exception')
  })
})

describe('standing', () => {
  it('keeps what was not checked apart from kept and broken', () => {
    expect(standingOf({ outcome: 'pass', findings: [] })).toBe('kept')
    expect(standingOf({ outcome: 'unknown', findings: [] })).toBe('unchecked')
    expect(standingOf({ outcome: 'error', findings: [] })).toBe('unchecked')
    expect(standingOf({ outcome: 'not-applicable', findings: [] })).toBe('not-applicable')
  })
})

describe('which subjects a rule is about', () => {
  const when = (condition: string) => lutecePlus(`rules: { DESC-01: { when: ${condition} } }`)

  it.each([
    ['{ line: [v7] }', 'pass'],
    ['{ line: [v8] }', 'not-applicable'],
    ['{ kind: [theme] }', 'not-applicable'],
    ['{ owner: [lutece-platform] }', 'pass'],
    ['{ notOwner: [lutece-platform] }', 'not-applicable'],
  ])('%s: %s', async (condition, outcome) => {
    const { of } = await judge(plugin(), { packs: await when(condition) })
    expect(of('DESC-01').outcome).toBe(outcome)
  })

  it('is not known of an owner that is not known', async () => {
    const { of } = await judge({}, { packs: await when('{ owner: [lutece-platform] }'), source: source(plugin()) })
    expect(of('DESC-01').findings).toMatchObject([{ messageId: 'engine/no-identity' }])
  })

  it('is not known of a line that is not known', async () => {
    const files = plugin({ 'pom.xml': pom({ parent: null }) })
    const { of } = await judge(files, { packs: await when('{ line: [v8] }') })
    expect(of('DESC-01').findings).toMatchObject([{ messageId: 'engine/line-undetermined' }])
  })
})

describe('stages', () => {
  const codesAt = async (stage?: LintRequest['stage']) => {
    const { report } = await judge(plugin(), { stage })
    return report.outcomes.map(({ code }) => code)
  }

  it('asks of a release what it asks of no development, and the other way round', async () => {
    const release = await codesAt('release')
    expect(release).toContain('REL-01')
    expect(release).not.toContain('POM-12')
    for (const stage of ['propose', 'merge', undefined] as const) {
      const codes = await codesAt(stage)
      expect(codes).toContain('POM-12')
      expect(codes).not.toContain('REL-01')
    }
  })

  it('spares whoever proposes a change what lies with the repository', async () => {
    expect(await codesAt('propose')).not.toContain('REPO-03')
    expect(await codesAt('merge')).toContain('REPO-03')
  })
})

describe('a rule that another pack asks as well', () => {
  const both = [builtinPack('lutece'), builtinPack('open-source')]

  it('is asked once, by the pack that says more', async () => {
    const { of } = await judge(plugin({ LICENSE: null, 'README.md': null }), { packs: both })
    expect(of('OSS-02').outcome).toBe('fail')
    expect(of('REPO-09').outcome).toBe('not-applicable')
    expect(of('DOC-01').outcome).toBe('fail')
    expect(of('OSS-01').outcome).toBe('not-applicable')
  })

  it('is asked where the other one is not: alone, or of what the other one is not about', async () => {
    const bare = plugin({ LICENSE: null, 'README.md': null })
    expect((await judge(bare)).of('REPO-09').outcome).toBe('fail')
    expect((await judge({ 'a.txt': '' }, { packs: both })).of('OSS-01').outcome).toBe('fail')
  })
})
