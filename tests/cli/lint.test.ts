import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const POM = `<project>
  <parent>
    <groupId>fr.paris.lutece.tools</groupId>
    <artifactId>lutece-global-pom</artifactId>
    <version>8.0.2</version>
  </parent>
  <groupId>fr.paris.lutece.plugins</groupId>
  <artifactId>plugin-belvedere</artifactId>
  <packaging>lutece-plugin</packaging>
  <version>1.2.0-SNAPSHOT</version>
</project>
`
const DESCRIPTOR = `<plug-in>
  <name>belvedere</name>
  <class>fr.paris.lutece.portal.service.plugin.PluginDefaultImplementation</class>
  <version>1.1.0</version>
  <icon-url>images/belvedere.png</icon-url>
</plug-in>
`
const PLUGIN = { 'pom.xml': POM, 'webapp/WEB-INF/plugins/belvedere.xml': DESCRIPTOR }

const OUR_LICENSE = new URL('../../LICENSE', import.meta.url)

interface Answer {
  readonly subjects: readonly {
    readonly subject: string
    readonly kind: string
    readonly coverage: string
    readonly outcomes: Readonly<Record<string, number>>
    readonly findings: readonly {
      readonly code: string
      readonly outcome: string
      readonly message: string
      readonly location?: object
    }[]
  }[]
}

async function lintJson(folder: string, ...more: readonly string[]) {
  const ran = await runParvis(['lint', folder, '--format', 'json', '--pack', 'lutece', ...more], { cwd: folder })
  const answer = JSON.parse(ran.out) as Answer
  const [subject] = answer.subjects
  if (subject === undefined) throw new Error('nothing was judged')
  return { ...ran, answer, subject }
}

describe('parvis lint', () => {
  it('says the file, the reason and the fix, and exits 1 on an error', async () => {
    const folder = temporaryFolder(PLUGIN)
    const ran = await runParvis(['lint', '.', '--lang', 'en', '--as', 'maison-bleue/lutece-tour-plugin-belvedere'], {
      cwd: folder,
    })
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('DESC-04')
    expect(ran.out).toMatch(/webapp\/WEB-INF\/plugins\/belvedere\.xml:4 .*1\.1\.0/)
    expect(ran.out).toContain('Fix: ')
    expect(ran.err).toBe('')
  })

  it('speaks French when asked to', async () => {
    const ran = await runParvis(['lint', '.', '--lang', 'fr'], { cwd: temporaryFolder(PLUGIN) })
    expect(ran.out).toContain('Corriger : ')
  })

  it('answers JSON of the published shape: every outcome counted, pass and not-applicable not listed', async () => {
    const { answer, subject } = await lintJson(
      temporaryFolder(PLUGIN),
      '--as',
      'maison-bleue/lutece-tour-plugin-belvedere',
    )
    expect(answer).toMatchObject({ schemaVersion: 1, tool: { name: 'parvis' }, asOf: '2026-11-15' })
    expect(Object.keys(subject.outcomes).sort()).toEqual(['error', 'fail', 'not-applicable', 'pass', 'unknown'])
    expect(subject.findings.map(({ outcome }) => outcome)).not.toContain('pass')
    expect(subject.findings.find(({ code }) => code === 'DESC-04')).toMatchObject({
      rule: expect.any(String),
      outcome: 'fail',
      severity: 'error',
      confidence: 'high',
      messageId: expect.any(String),
      args: expect.any(Object),
      message: expect.stringContaining('1.2.0-SNAPSHOT'),
      location: { path: 'webapp/WEB-INF/plugins/belvedere.xml', line: 4 },
      remediation: expect.any(String),
      url: expect.stringMatching(/^https:/),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('adds one entry per passing or inapplicable rule with --all', async () => {
    const { subject } = await lintJson(temporaryFolder(PLUGIN), '--all')
    const listed = new Set(subject.findings.map(({ outcome }) => outcome))
    expect(listed.has('pass') && listed.has('not-applicable')).toBe(true)
  })

  it('judges several paths in one run', async () => {
    const folder = temporaryFolder({ 'one/README.md': '# One\n', 'two/README.md': '# Two\n' })
    const ran = await runParvis(['lint', 'one', 'two', '--format', 'json'], { cwd: folder })
    expect((JSON.parse(ran.out) as Answer).subjects).toHaveLength(2)
  })

  it('exits 0 below the threshold, 1 from it', async () => {
    const folder = temporaryFolder({ 'README.md': '# A documentation\n', LICENSE: readFileSync(OUR_LICENSE) })
    const lenient = await runParvis(['lint', '.', '--pack', 'open-source'], { cwd: folder })
    const strict = await runParvis(['lint', '.', '--pack', 'open-source', '--fail-on', 'info'], { cwd: folder })
    expect([lenient.code, strict.code]).toEqual([0, 1])
  })

  it('takes the identity from the origin remote, and never from the name of the folder', async () => {
    const folder = temporaryFolder(PLUGIN)
    const without = await lintJson(folder)
    expect(without.subject.findings).toContainEqual(expect.objectContaining({ code: 'REPO-01', outcome: 'unknown' }))
    execFileSync('git', ['init', '-q', folder])
    execFileSync('git', [
      '-C',
      folder,
      'remote',
      'add',
      'origin',
      'https://github.com/maison-bleue/lutece-tour-plugin-belvedere.git',
    ])
    const within = await lintJson(folder)
    expect(within.subject.subject).toBe('maison-bleue/lutece-tour-plugin-belvedere')
  })
})

describe('what cannot be read', () => {
  it('a pom.xml that is not XML is unknown, with the place where reading stopped', async () => {
    const { subject } = await lintJson(
      temporaryFolder({ ...PLUGIN, 'pom.xml': '<project>\n  <artifactId>x</project>' }),
    )
    expect(subject.coverage).toBe('partial')
    expect(subject.outcomes.error).toBe(0)
    const unread = subject.findings.filter(({ outcome }) => outcome === 'unknown')
    expect(unread).toContainEqual(
      expect.objectContaining({ location: expect.objectContaining({ path: 'pom.xml', line: 2 }) }),
    )
  })

  it('exits 2 when nothing of a subject could be judged', async () => {
    const more = 'rules: { OUR-01: off, OUR-02: off, OUR-03: off }\n'
    const ran = await runParvis(['lint', '.', '--pack', 'pack'], { cwd: temporaryFolder(ownPack({ more })) })
    expect(ran.code).toBe(2)
  })

  it('a pom.xml that holds an entity bomb is unknown, at once and without expanding it', async () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `<!ENTITY e${level + 1} "&e${level};&e${level};&e${level};&e${level};">`,
    )
    const bomb = `<!DOCTYPE project [<!ENTITY e0 "boom">${levels.join('')}]>\n<project><artifactId>&e20;</artifactId></project>`
    const { subject } = await lintJson(temporaryFolder({ ...PLUGIN, 'pom.xml': bomb }))
    expect(subject.outcomes.error).toBe(0)
    expect(subject.findings.some(({ outcome }) => outcome === 'unknown')).toBe(true)
  })

  it('a binary file named .properties leaves the rules that need it unknown, not passed', async () => {
    const bundle = 'src/java/fr/paris/lutece/plugins/belvedere/resources/belvedere_messages'
    const folder = temporaryFolder({
      ...PLUGIN,
      [`${bundle}.properties`]: Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]),
      [`${bundle}_fr.properties`]: 'title=Bonjour\n',
    })
    const { subject } = await lintJson(folder)
    expect(subject.findings).toContainEqual(
      expect.objectContaining({
        code: 'I18N-05',
        outcome: 'unknown',
        location: expect.objectContaining({ path: `${bundle}.properties` }),
      }),
    )
    expect(subject.outcomes.error).toBe(0)
  })

  it('a path that is not there exits 2 with the nearest name', async () => {
    const folder = temporaryFolder({ 'belvedere/pom.xml': POM })
    const ran = await runParvis(['lint', './belveder'], { cwd: folder })
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/belveder does not exist[\s\S]*belvedere/)
    expect(ran.err).not.toMatch(/\bat .*\.ts:/)
  })

  it('a name without a database says how to get one', async () => {
    const ran = await runParvis(['lint', 'maison-bleue'], { cwd: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('parvis collect') })
  })

  it('an unknown pack exits 2 with the nearest one', async () => {
    const ran = await runParvis(['lint', '.', '--pack', 'lutec'], { cwd: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "lutece"?') })
  })

  it('a link out of the tree is never followed', async () => {
    const outside = temporaryFolder({ 'secret.md': '# Not yours\n' })
    const folder = temporaryFolder({ 'keep.txt': '' })
    execFileSync('ln', ['-s', join(outside, 'secret.md'), join(folder, 'README.md')])
    const ran = await runParvis(['lint', '.', '--pack', 'open-source', '--format', 'json', '--all'], { cwd: folder })
    expect(ran.out).not.toContain('Not yours')
  })
})

describe('parvis explain and rules', () => {
  it('explain prints the four sections of the page, in either language and any case', async () => {
    const french = await runParvis(['explain', 'desc-04', '--lang', 'fr'], { cwd: temporaryFolder() })
    for (const section of ['Pourquoi', 'À éviter', 'À faire', 'Corriger']) expect(french.out).toContain(section)
    const english = await runParvis(['explain', 'DESC-04', '--lang', 'en'], { cwd: temporaryFolder() })
    for (const section of ['Why', 'Bad', 'Good', 'Fix']) expect(english.out).toContain(section)
  })

  it('explain lists what the owner and a pack may say of the rule, as it stands and as it comes', async () => {
    const ours = 'id: ours\ntitle: O\npolicy: { title: P, url: https://city.example/p }\nextends: [lutece]\n'
    const folder = temporaryFolder({
      'parvis.yaml': 'packs: [./ours.yaml]\nparameters: { siteParent: ville-site-pom }\n',
      'ours.yaml': `${ours}rules: { POM-01: { options: { places: [back] } } }\n`,
    })
    const parents = await runParvis(['explain', 'POM-05', '--lang', 'en'], { cwd: folder })
    expect(parents.out).toContain('- siteParent: ville-site-pom (default: lutece-site-pom)')
    expect(parents.out).toContain('- componentParent: lutece-global-pom (default)')
    const places = await runParvis(['explain', 'POM-01', '--lang', 'en'], { cwd: folder })
    expect(places.out).toContain('- places: ["back"] (default: ["."])')
    expect(places.out).toContain('- leastBytes: 1 (default)')
  })

  it('explain of an unknown rule offers the nearest one', async () => {
    const ran = await runParvis(['explain', 'DESC-44'], { cwd: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/Did you mean "DESC-0\d"\?/) })
  })

  it('rules lists the rules of the packs, as text and as JSON', async () => {
    const text = await runParvis(['rules', '--lang', 'en'], { cwd: temporaryFolder() })
    expect(text.out).toMatch(/POM-05 +error/)
    const json = await runParvis(['rules', '--pack', 'open-source', '--format', 'json'], { cwd: temporaryFolder() })
    const { rules } = JSON.parse(json.out) as { rules: readonly { pack: string }[] }
    expect(new Set(rules.map(({ pack }) => pack))).toEqual(new Set(['open-source']))
  })
})
