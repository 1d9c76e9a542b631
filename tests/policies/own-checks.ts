import type { Outcome } from '#data/model/vocabulary.ts'
import type { Files } from './component.ts'

/** One situation for a check that packs of one's own call, and what it must say. */
export interface CheckCase {
  readonly check: string
  readonly name: string
  readonly options: unknown
  readonly files: Files
  readonly expect: Outcome
  /** `message path:line:column` of each finding, as much of it as there is. */
  readonly findings?: readonly string[]
}

const POM = `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:x="urn:x">
  <version>1.2.0</version>
  <licenses>
    <license><name>BSD-2-Clause</name></license>
    <license><name>Own</name></license>
  </licenses>
  <build x:kind="a" kind="b"/>
</project>
`
const JSON_FILE = '{\n  "name": "clock",\n  "engines": { "node": ">=20" },\n  "list": [{ "a": 1 }, { "a": null }]\n}\n'
const YAML_FILE = 'softwareVersion: 1.2.0\nbase: &base { a: one }\ncopy:\n  <<: *base\n'

const names = (...entries: readonly object[]) => ({ names: entries })
const xml = (select: string, expect: object, more: object = {}) => ({
  paths: ['*.xml'],
  values: [{ select, expect, ...more }],
})
const data = (select: string, expect: object) => ({ paths: ['*.{json,yml}'], values: [{ select, expect }] })
const layers = {
  layers: { web: ['web/**'], store: ['store/**'], model: ['model/**'] },
  allowed: { web: { layers: ['model'], packages: ['left-pad', '@city/*'] }, model: {} },
}
const keys = { paths: 'i18n/{language}/*.json', reference: 'fr', threshold: 0.9 }

const ONE_SHA256 = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed'
const NAMED = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' } },
  additionalProperties: false,
}

type Written = Omit<CheckCase, 'check'>

const BY_CHECK: Readonly<Record<string, readonly Written[]>> = {
  'names-styled': [
    {
      name: 'every style',
      expect: 'pass',
      files: { 'a-b/C_D.x': '', 'aB.y': '', 'AB.z': '', 'a_b.w': '', 'a.b.v': '', 'abc.u': '' },
      options: names(
        { paths: ['*.y'], styles: ['camelCase'] },
        { paths: ['**/*.x'], styles: ['SCREAMING_SNAKE_CASE'] },
        { paths: ['*.z'], styles: ['PascalCase'] },
        { paths: ['*.w'], styles: ['snake_case'] },
        { paths: ['*.v'], styles: ['point.case'] },
        { paths: ['*.u'], styles: ['lowercase'] },
        { of: 'folders', paths: ['**'], styles: ['kebab-case'] },
      ),
    },
    {
      name: 'a file in no style',
      expect: 'fail',
      files: { 'src/clockFace.ts': '', 'src/clock-face.ts': '' },
      options: names({ paths: ['src/**'], styles: ['kebab-case', 'snake_case'] }),
      findings: ['file src/clockFace.ts'],
    },
    {
      name: 'a folder in no style, on its first file',
      expect: 'fail',
      files: { 'Src/a/b.ts': '', 'Src/c.ts': '' },
      options: names({ of: 'folders', paths: ['**'], styles: ['kebab-case'] }),
      findings: ['folder Src/a/b.ts'],
    },
    {
      name: 'an ending of two parts',
      expect: 'pass',
      files: { 'clock.test.ts': '' },
      options: names({ paths: ['*.ts'], styles: ['lowercase'], endings: ['.test.ts'] }),
    },
    {
      name: 'a part too many',
      expect: 'fail',
      files: { 'clock.test.ts': '' },
      options: names({ paths: ['*.ts'], styles: ['lowercase'] }),
      findings: ['file clock.test.ts'],
    },
    {
      name: 'a pattern beside the styles',
      expect: 'pass',
      files: { '[id].vue': '' },
      options: names({ paths: ['**'], styles: ['kebab-case'], pattern: '\\[[a-z]+\\]' }),
    },
    {
      name: 'the first entry that fits decides',
      expect: 'pass',
      files: { 'gen/X_y.ts': '' },
      options: names({ paths: ['gen/**'] }, { paths: ['**'], styles: ['kebab-case'] }),
    },
    {
      name: 'a hidden file by the rest of its name',
      expect: 'pass',
      files: { '.editorconfig': '' },
      options: names({ paths: ['**'], styles: ['lowercase'] }),
    },
    {
      name: 'excepted',
      expect: 'not-applicable',
      files: { README: '' },
      options: { ...names({ paths: ['**'], styles: ['kebab-case'] }), except: ['README'] },
    },
  ],
  'file-count': [
    {
      name: 'enough, whatever the case',
      expect: 'pass',
      files: { 'Readme.MD': 'hello' },
      options: { paths: ['readme.md', 'readme'], least: 1, ignoresCase: true, bytes: { least: 3 } },
    },
    {
      name: 'too small',
      expect: 'fail',
      files: { 'README.md': 'x' },
      options: { paths: ['README.md'], least: 1, bytes: { least: 3 } },
      findings: ['small README.md'],
    },
    {
      name: 'too large',
      expect: 'fail',
      files: { 'a.bin': 'xxxx' },
      options: { paths: ['**'], bytes: { most: 3 } },
      findings: ['large a.bin'],
    },
    {
      name: 'excepted',
      expect: 'fail',
      files: { 'old/a.md': '' },
      options: { paths: ['**/*.md'], except: ['old/**'], least: 1 },
      findings: ['fewer'],
    },
  ],
  'xml-values': [
    {
      name: 'there, whatever the namespace',
      expect: 'pass',
      files: { 'pom.xml': POM },
      options: xml('/project/version', { exists: true, every: '\\d+\\.\\d+\\.\\d+' }),
    },
    {
      name: 'not there',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('//url', { exists: true }),
      findings: ['missing pom.xml'],
    },
    {
      name: 'there and should not be',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('//license[name = "Own"]', { exists: false }),
      findings: ['present pom.xml:6:5'],
    },
    {
      name: 'a form',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('//license/name', { every: 'BSD-.*' }),
      findings: ['form pom.xml:6:14'],
    },
    {
      name: 'a form to avoid',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('//license/name', { none: 'Own' }),
      findings: ['refused pom.xml:6:14'],
    },
    {
      name: 'some value',
      expect: 'pass',
      files: { 'pom.xml': POM },
      options: xml('//license/name', { some: 'BSD-.*', count: { least: 2, most: 2 } }),
    },
    {
      name: 'no value',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('//license/name', { some: 'MIT' }),
      findings: ['never pom.xml:5:14'],
    },
    {
      name: 'too few and too many',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: {
        paths: ['*.xml'],
        values: [
          { select: '//license', expect: { count: { least: 3 } } },
          { select: '//name', expect: { count: { most: 1 } } },
        ],
      },
      findings: ['fewer pom.xml:5:5', 'more pom.xml:5:14'],
    },
    {
      name: 'the attribute without prefix',
      expect: 'pass',
      files: { 'pom.xml': POM },
      options: xml('/project/build/@kind', { equals: 'b' }),
    },
    {
      name: 'another attribute',
      expect: 'fail',
      files: { 'pom.xml': POM },
      options: xml('/project/build/@kind', { equals: 'c' }),
      findings: ['different pom.xml:8:3'],
    },
    {
      name: 'something computed',
      expect: 'pass',
      files: { 'pom.xml': POM },
      options: xml('count(//license)', { equals: '2' }),
    },
    {
      name: 'a form of what is not there',
      expect: 'not-applicable',
      files: { 'pom.xml': POM },
      options: xml('//url', { every: 'https:.*' }),
    },
    { name: 'no file', expect: 'not-applicable', files: { 'a.txt': '' }, options: xml('//url', { exists: true }) },
    {
      name: 'a file that is none',
      expect: 'unknown',
      files: { 'pom.xml': '<a><b></a>' },
      options: xml('//url', { exists: true }),
    },
    {
      name: 'an entity of its own',
      expect: 'unknown',
      files: { 'pom.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' },
      options: xml('/a', { exists: true }),
    },
    {
      name: 'a query that would not end',
      expect: 'unknown',
      files: { 'pom.xml': `<a>${'<b><c/></b>'.repeat(2000)}</a>` },
      options: xml('//*[//*[//*[name() = "z"]]]', { exists: true }),
    },
  ],
  'data-values': [
    {
      name: 'there, in JSON',
      expect: 'pass',
      files: { 'package.json': JSON_FILE },
      options: data('$.engines.node', { exists: true, every: '>=2[0-9]' }),
    },
    {
      name: 'through a merged key of YAML',
      expect: 'pass',
      files: { 'a.yml': YAML_FILE },
      options: data('$.copy.a', { equals: 'one' }),
    },
    {
      name: 'another value, at its place',
      expect: 'fail',
      files: { 'package.json': JSON_FILE },
      options: data('$.engines.node', { equals: '>=24' }),
      findings: ['different package.json:3:24'],
    },
    {
      name: 'a value in YAML, at its place',
      expect: 'fail',
      files: { 'a.yml': YAML_FILE },
      options: data('$.softwareVersion', { every: '2\\..*' }),
      findings: ['form a.yml:1:18'],
    },
    {
      name: 'a null is no text',
      expect: 'fail',
      files: { 'package.json': JSON_FILE },
      options: data('$.list[*].a', { every: '\\d' }),
      findings: ['form package.json:4:31'],
    },
    {
      name: 'a filter whose pattern would hang',
      expect: 'pass',
      files: { 'a.json': `{"list":["${'a'.repeat(50_000)}!"]}` },
      options: data("$.list[?match(@, '(a+)+')]", { exists: false }),
    },
    {
      name: 'a query that would not end',
      expect: 'unknown',
      files: { 'a.json': JSON.stringify(Array.from({ length: 400 }, () => [[[1]]])) },
      options: data('$..[?$..[?@ == 7]]', { exists: true }),
    },
    {
      name: 'a file that is none',
      expect: 'unknown',
      files: { 'a.json': '{"a": ' },
      options: data('$.a', { exists: true }),
    },
    {
      name: 'YAML that unfolds without end',
      expect: 'unknown',
      files: {
        'a.yml': `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcefgh'].map((name, index) => `${name}: &${name} [${`*${'abcefg'[index]}, `.repeat(9)}]\n`).join('')}d: [${'*h, '.repeat(9)}]\n`,
      },
      options: data('$.d', { exists: true }),
    },
  ],
  'values-agree': [
    {
      name: 'alike',
      expect: 'pass',
      files: { 'pom.xml': POM, 'publiccode.yml': YAML_FILE },
      options: {
        what: 'the version',
        values: [
          { file: 'pom.xml', select: '/project/version' },
          { file: 'publiccode.yml', select: '$.softwareVersion' },
        ],
      },
    },
    {
      name: 'not alike',
      expect: 'fail',
      files: { 'pom.xml': POM.replace('1.2.0', '1.3.0'), 'publiccode.yml': YAML_FILE },
      options: {
        values: [
          { file: 'pom.xml', select: '/project/version' },
          { file: 'publiccode.yml', select: '$.softwareVersion' },
        ],
      },
      findings: ['different publiccode.yml:1:18'],
    },
    {
      name: 'only one says it',
      expect: 'not-applicable',
      files: { 'pom.xml': POM },
      options: {
        values: [
          { file: 'pom.xml', select: '/project/version' },
          { file: 'publiccode.yml', select: '$.softwareVersion' },
        ],
      },
    },
  ],
  'text-holds': [
    {
      name: 'in one',
      expect: 'pass',
      files: { 'a.md': 'See the GUIDE', 'b.md': '' },
      options: { paths: ['*.md'], pattern: 'guide$', form: 'the guide' },
    },
    {
      name: 'in each',
      expect: 'fail',
      files: { 'a.md': 'guide', 'b.md': '' },
      options: { paths: ['*.md'], pattern: 'guide', form: 'the guide', inEach: true },
      findings: ['absent b.md'],
    },
    {
      name: 'case told apart',
      expect: 'fail',
      files: { 'a.md': 'GUIDE' },
      options: { paths: ['*.md'], pattern: 'guide', form: 'the guide', isCaseExact: true },
      findings: ['absent a.md'],
    },
    {
      name: 'in a comment that is blanked',
      expect: 'fail',
      files: { 'a.xml': '<a><!-- guide --></a>' },
      options: { paths: ['*.xml'], pattern: 'guide', form: 'the guide', mask: 'xml-comments' },
      findings: ['absent a.xml'],
    },
  ],
  'text-free-of': [
    {
      name: 'a pattern that would hang',
      expect: 'pass',
      files: { 'a.txt': `${'a'.repeat(100_000)}!` },
      options: { looks: [{ paths: ['*.txt'], mask: 'none', pattern: '(a+)+$' }], instead: 'b' },
    },
    {
      name: 'met',
      expect: 'fail',
      files: { 'a.txt': 'x\nto do: y' },
      options: { looks: [{ paths: ['*.txt'], mask: 'none', pattern: '^to do:' }], instead: 'an issue' },
      findings: ['found a.txt:2:1'],
    },
  ],
  'file-hash': [
    { name: 'the very bytes', expect: 'pass', files: { a: 'one' }, options: { globs: ['a'], equals: ONE_SHA256 } },
    {
      name: 'other bytes, by another algorithm, in the file that the first glob means',
      expect: 'fail',
      files: { a: 'one', b: 'two' },
      options: { globs: ['b', 'a'], algorithm: 'md5', equals: ONE_SHA256 },
      findings: ['other b'],
    },
    {
      name: 'what is refused',
      expect: 'fail',
      files: { 'a/b': 'one', c: 'two' },
      options: { globs: ['**/*'], noneOf: [ONE_SHA256.toUpperCase()] },
      findings: ['refused a/b'],
    },
    {
      name: 'nothing there, which breaks it',
      expect: 'fail',
      files: {},
      options: { globs: ['a'], equals: ONE_SHA256, failsOnNone: true },
      findings: ['none'],
    },
  ],
  'data-schema': [
    {
      name: 'what the schema asks, in JSON and YAML',
      expect: 'pass',
      files: { 'a.json': '{"name":"clock"}', 'a.yml': 'name: clock\n' },
      options: { globs: ['a.*'], schema: NAMED },
    },
    {
      name: 'what it does not, at its place',
      expect: 'fail',
      files: { 'a.json': '{\n  "name": 7,\n  "more": 1\n}' },
      options: { globs: ['*.json'], schema: NAMED },
      findings: ['broken a.json:2:11', 'broken a.json:3:11'],
    },
    {
      name: 'the first file alone',
      expect: 'pass',
      files: { 'a.json': '{}', 'b.json': '{"name":"clock"}' },
      options: { globs: ['b*', 'a*'], schema: NAMED, isFirstAlone: true },
    },
    {
      name: 'a file that is neither',
      expect: 'unknown',
      files: { 'a.json': '{"name": ' },
      options: { globs: ['*.json'], schema: NAMED },
    },
    {
      name: 'a schema that has no end',
      expect: 'unknown',
      files: { 'a.json': '1' },
      options: { globs: ['*.json'], schema: { allOf: [{ $ref: '#' }] } },
    },
  ],
  'under-git': [{ name: 'a folder that git does not know', expect: 'fail', files: {}, options: {}, findings: ['not'] }],
  'shell-files': [
    {
      name: 'there, whatever the case',
      expect: 'pass',
      files: { 'readme.md': '' },
      options: { globs: ['README*'], ignoresCase: true, expect: 'present' },
    },
    {
      name: 'hidden, which a star does not meet',
      expect: 'fail',
      files: { '.a/README': '', '.README': '' },
      options: { globs: ['**/*README'], expect: 'present' },
      findings: ['none'],
    },
    {
      name: 'hidden, and written so',
      expect: 'pass',
      files: { '.github/x.yml': '' },
      options: { globs: ['{docs,.github}/*'], expect: 'present' },
    },
    {
      name: 'a folder',
      expect: 'pass',
      files: { 'a/Tests/b': '' },
      options: { globs: ['**/test*'], ignoresCase: true, of: 'both', expect: 'present' },
    },
    {
      name: 'taken away',
      expect: 'fail',
      files: { 'lib/a.dll': '', 'b.dll': '' },
      options: { globs: ['**/*.dll', '!lib/**'], expect: 'absent' },
      findings: ['present b.dll'],
    },
    {
      name: 'one letter of several',
      expect: 'pass',
      files: { Readme: '' },
      options: { globs: ['[Rr]eadme'], expect: 'present' },
    },
    {
      name: 'too large',
      expect: 'fail',
      files: { a: 'xxxx' },
      options: { globs: ['*'], expect: 'judged', mostBytes: 3 },
      findings: ['large a'],
    },
    {
      name: 'texts that are there and not',
      expect: 'fail',
      files: { a: 'one\ntwo\n', b: 'two\none\n', c: '' },
      options: { globs: ['*'], expect: 'judged', holds: ['^one'], lacks: ['ONE'], isCaseExact: true },
      findings: ['lacking b'],
    },
    {
      name: 'in the first lines only',
      expect: 'fail',
      files: { a: 'x\ny\none\n' },
      options: { globs: ['*'], expect: 'judged', holds: ['one'], firstLines: 2 },
      findings: ['lacking a'],
    },
    {
      name: 'what should not be in it, at its place',
      expect: 'fail',
      files: { a: 'x\none\n' },
      options: { globs: ['*'], expect: 'judged', lacks: ['one'] },
      findings: ['holding a:2:1'],
    },
    {
      name: 'paths that are left out, and what is no text',
      expect: 'fail',
      files: { 'lib/a.js': '', 'a.js': 'x', 'b.PNG': 'x', 'c.bin': '\0' },
      options: {
        globs: ['**/*'],
        expect: 'judged',
        holds: ['one'],
        exceptPaths: ['^lib/', '(?i).(?:png)$'],
        skipsBinaries: true,
      },
      findings: ['lacking a.js'],
    },
    {
      name: 'one file of several that holds it',
      expect: 'pass',
      files: { a: 'one', b: 'two' },
      options: { globs: ['*'], expect: 'judged', holds: ['one'], isOneEnough: true },
    },
    {
      name: 'a folder that the glob asks for',
      expect: 'pass',
      files: { 'docs/a': '' },
      options: { globs: ['d*/'], of: 'both', expect: 'present' },
    },
    {
      name: 'under another licence',
      expect: 'not-applicable',
      files: { LICENSE: 'Nobody knows.' },
      options: { globs: ['NOTICE'], expect: 'present', licenses: ['Apache-2.0'] },
    },
    {
      name: 'nothing to judge',
      expect: 'pass',
      files: { a: '' },
      options: { globs: ['*.md'], expect: 'judged', lacks: ['one'] },
    },
    {
      name: 'nothing to judge, which breaks it',
      expect: 'fail',
      files: { a: '' },
      options: { globs: ['*.md'], expect: 'judged', lacks: ['one'], failsOnNone: true },
      findings: ['none'],
    },
  ],
  'module-imports': [
    {
      name: 'what is allowed',
      expect: 'pass',
      files: {
        'web/a.ts': "import x from '../model/x.js'\nimport '@city/kit/css'\nimport p from 'left-pad'\nimport './b'",
        'web/b.tsx': 'export default <a/>',
        'model/x.ts': 'export default 1',
      },
      options: layers,
    },
    {
      name: 'every way to import',
      expect: 'fail',
      files: {
        'web/a.ts':
          "import '../store'\nexport * from '../store/x.ts'\nconst a = import('../store/x')\nconst b = require('../store/x')\nimport c = require('../store/x')\nconst d = import(name)",
        'store/index.js': '',
        'store/x.ts': '',
      },
      options: layers,
      findings: [
        'layer web/a.ts:1:8',
        'layer web/a.ts:2:15',
        'layer web/a.ts:3:18',
        'layer web/a.ts:4:19',
        'layer web/a.ts:5:20',
      ],
    },
    {
      name: 'a package',
      expect: 'fail',
      files: { 'web/a.mjs': "import pg from 'pg/lib'" },
      options: layers,
      findings: ['package web/a.mjs:1:16'],
    },
    { name: 'a package where all are free', expect: 'pass', files: { 'model/a.js': "require('pg')" }, options: layers },
    {
      name: 'what is not there, by where it would be',
      expect: 'fail',
      files: { 'model/a.js': "import '../store/generated'" },
      options: layers,
      findings: ['layer model/a.js:1:8'],
    },
    {
      name: 'by an alias',
      expect: 'fail',
      files: { 'web/a.ts': "import '#store/x.ts'", 'store/x.ts': '' },
      options: { ...layers, aliases: { '#store/': 'store/' } },
      findings: ['layer web/a.ts:1:8'],
    },
    {
      name: 'types, where they are free',
      expect: 'pass',
      files: {
        'web/a.ts': "import type { X } from '../store/x.ts'\nimport { type Y } from '../store/x.ts'",
        'store/x.ts': '',
      },
      options: { ...layers, allowsTypes: true },
    },
    {
      name: 'types, where they are not',
      expect: 'fail',
      files: { 'web/a.ts': "import type { X } from '../store/x.ts'", 'store/x.ts': '' },
      options: layers,
      findings: ['layer web/a.ts:1:24'],
    },
    {
      name: 'a layer without a word on it',
      expect: 'not-applicable',
      files: { 'store/a.ts': "import '../web/b'" },
      options: layers,
    },
    { name: 'a file that is none', expect: 'unknown', files: { 'web/a.ts': 'import from from' }, options: layers },
  ],
  'resource-keys': [
    {
      name: 'all there',
      expect: 'pass',
      files: { 'i18n/fr/a.json': '{"menu":{"open":"Ouvrir"}}', 'i18n/en/a.json': '{"menu":{"open":"Open"}}' },
      options: keys,
    },
    {
      name: 'a key missing, and one empty',
      expect: 'fail',
      files: { 'i18n/fr/a.json': '{"a":"1","b":{"c":"2"},"d":"3"}', 'i18n/en/a.json': '{"a":"1","b":{"c":""}}' },
      options: keys,
      findings: ['below i18n/en/a.json'],
    },
    {
      name: 'enough of them',
      expect: 'pass',
      files: { 'i18n/fr/a.json': '{"a":"1","b":"2"}', 'i18n/en/a.json': '{"a":"1"}' },
      options: { ...keys, threshold: 0.5 },
    },
    {
      name: 'a file missing',
      expect: 'fail',
      files: { 'i18n/fr/a.json': '{"a":"1"}', 'i18n/fr/b.json': '{"a":"1"}', 'i18n/en/a.json': '{"a":"1"}' },
      options: keys,
      findings: ['absent i18n/fr/b.json'],
    },
    {
      name: 'in YAML, one language asked for',
      expect: 'pass',
      files: { 'locale.fr.yml': 'a: 1', 'locale.en.yml': 'a: 1', 'locale.de.yml': '{}' },
      options: { ...keys, paths: 'locale.{language}.yml', languages: ['en'] },
    },
    {
      name: 'in property files',
      expect: 'fail',
      files: { 'm/app_fr.properties': 'a=1\nb=2', 'm/app_pt_BR.properties': 'a=1' },
      options: { ...keys, paths: 'm/app_{language}.properties' },
      findings: ['below m/app_pt_BR.properties'],
    },
    { name: 'no language of reference', expect: 'not-applicable', files: { 'i18n/en/a.json': '{}' }, options: keys },
  ],
}

export const ownCheckCases: readonly CheckCase[] = Object.entries(BY_CHECK).flatMap(([check, cases]) =>
  cases.map((one) => ({ check, ...one })),
)
