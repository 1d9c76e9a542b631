import { random } from '../data/random.ts'
import { BUNDLE, DESCRIPTOR, FOLDER, plugin } from '../policies/component.ts'

/** A file as nobody should write it, at a place where rules look. */
export interface BrokenInput {
  readonly path: string
  /** What was done to it: for the one who has to find out why something broke. */
  readonly how: string
  readonly content: Buffer
}

type Pick = (below: number) => number
type Maker = readonly [how: string, make: (size: number, pick: Pick) => string | Buffer]

const deep = (open: string, close = '', around: readonly [string, string] = ['', '']): Maker[1] => {
  return (size, pick) => around[0] + open.repeat(size) + close.repeat(pick(2) * size) + around[1]
}

const numbered = (one: (index: number) => string) => (size: number) =>
  Array.from({ length: size }, (_, index) => one(index)).join('')

const EXPANDING = Array.from({ length: 20 }, (_, index) => index)

const XML: readonly Maker[] = [
  ['deep', deep('<a>', '</a>')],
  ['deep in a project', deep('<a>', '</a>', ['<project>', '</project>'])],
  ['many attributes', (size) => `<project ${Array.from({ length: size }, (_, index) => `a${index}="1"`).join(' ')}/>`],
  ['one attribute many times', deep(' a="1"', '', ['<project', '/>'])],
  ['many names for a name', (size) => `<project ${numbered((index) => `xmlns:a${index}="b" `)(size)}/>`],
  ['one attribute twice', () => '<project a="1" a="2"/>'],
  ['an endless value', (size) => `<project><version>${'9'.repeat(size * 10)}`],
  ['no end of a comment', (size) => `<project><!-- ${'-'.repeat(size)}`],
  ['no end of a section', (size) => `<project><![CDATA[${']'.repeat(size)}`],
  [
    'entities of entities',
    () =>
      `<!DOCTYPE a [${EXPANDING.map((n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(9)}">`).join('')}]><project>&e20;</project>`,
  ],
  ['an entity of the disk', () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><project>&x;</project>'],
  [
    'another encoding than it says',
    () => Buffer.from('<?xml version="1.0" encoding="UTF-16"?><project>é</project>', 'latin1'),
  ],
  ['many open signs', deep('<')],
  ['many references', deep('&#0;&#xFFFFFFFF;&unknown;', '', ['<project>', '</project>'])],
  ['many placeholders', deep('${a${b', '}}', ['<project><version>', '</version></project>'])],
]

const PROPERTIES: readonly Maker[] = [
  ['lines that go on', deep('a\\\n')],
  ['broken escapes', deep('a=\\u12\\uZZZZ\\u\n')],
  ['one long line', (size) => `a=${'x'.repeat(size * 10)}`],
  ['one long key', (size) => `${'k.'.repeat(size)}=1`],
  ['one key many times', deep('clock.a=1\n')],
  ['returns alone', deep('clock.a=1\r')],
  ['backslashes', deep('\\')],
]

const SQL: readonly Maker[] = [
  ['no end of a text', (size) => `INSERT INTO clock_a VALUES ('${"''".repeat(size)}`],
  ['no end of a comment', (size) => `/*${'*'.repeat(size)}`],
  ['comments in comments', deep('/*', '*/')],
  ['many brackets', deep('(', ')', ['CREATE TABLE clock_a ', ';'])],
  ['many statements', deep(';')],
  ['many dashes', deep('-- ')],
  ['many comments', deep('-- a\n')],
  ['one long name', (size) => `CREATE TABLE ${'clock_'.repeat(size)} (id INT);`],
]

const JAVA: readonly Maker[] = [
  ['deep blocks', deep('{', '}', ['class A ', ''])],
  ['deep classes', deep('class A {', '}')],
  ['deep types', deep('List<', '>', ['class A { ', ' a; }'])],
  ['deep brackets', deep('(', ')', ['class A { int a = ', '; }'])],
  ['deep annotations', deep('@A(', ')', ['', ' class A {}'])],
  ['deep lambdas', deep('() -> {', '}', ['class A { Runnable a = ', '; }'])],
  ['no end of a text', (size) => `class A { String a = "${'\\"'.repeat(size)}`],
  ['no end of a text block', (size) => `class A { String a = """\n${'"" '.repeat(size)}`],
  ['no end of a comment', (size) => `class A { /*${'* '.repeat(size)}`],
  ['escapes of unicode', deep('\\u007b', '\\u007d', ['class A ', ''])],
  ['many imports', deep('import a.b.c.*;\n')],
  ['one long name', (size) => `package ${'a.'.repeat(size)}b; class ${'A'.repeat(size)} {}`],
  ['many commas', deep(',', '', ['class A { int a', '; }'])],
  ['many words', deep('public static final ')],
]

const YAML: readonly Maker[] = [
  ['deep lists', deep('[', ']', ['a: ', ''])],
  ['deep maps', deep('{a: ', '}')],
  ['deep dashes', deep('- ')],
  [
    'deep indents',
    (size) => Array.from({ length: Math.min(size, 2000) }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  ],
  [
    'names of names',
    () =>
      EXPANDING.map((n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`)
        .join('\n')
        .replaceAll('*a0,', '1,'),
  ],
  ['a name of itself', () => 'a: &a [*a]'],
  ['tabs', deep('\t', '', ['a:\n', 'b: 1'])],
  ['one key many times', deep('a: 1\n')],
  ['many keys', numbered((index) => `a${index}: 1\n`)],
  ['many names', numbered((index) => `- &a${index} 1\n- *a${index}\n`)],
  ['names of nothing', deep('- *a\n')],
  ['many merges', deep('  <<: *x\n', '', ['x: &x {a: 1}\ny:\n', ''])],
  ['keys in keys', deep('? ')],
  ['signs out of place', deep('a: }')],
  ['many instructions', deep('%A b\n')],
  ['many documents', deep('---\n')],
  ['no end of a text', (size) => `a: "${'\\x'.repeat(size)}`],
  ['strange tags', deep('!!js/function a: ')],
]

const JSON_TEXT: readonly Maker[] = [
  ['deep lists', deep('[', ']')],
  ['deep maps', deep('{"a":', '}')],
  ['cut', (_, pick) => '{"name":"clock","version":"1.0.0","dependencies":{"a":"1"}}'.slice(0, pick(58))],
  ['one key many times', (size) => `{${'"a":1,'.repeat(size)}"a":1}`],
  ['one key many times, without end', deep('"a":1,', '', ['{', ''])],
  ['many keys without end', (size) => `{${numbered((index) => `"a${index}":1,`)(size)}`],
  ['lines of another format', deep('a = 1\n', '', ['{', '}'])],
  ['long numbers', (size) => `{"version":${'9'.repeat(size)}e${'9'.repeat(300)}}`],
  ['prototypes', () => '{"__proto__":{"name":1},"constructor":null,"dependencies":{"__proto__":"1"}}'],
  ['lists where maps are', () => '{"dependencies":[],"name":[[]],"version":{},"components":{"a":1},"license":[null]}'],
  ['null', () => 'null'],
]

const TEXT: readonly Maker[] = [
  ['open brackets', deep('[', ']')],
  ['open links', deep('[a](')],
  ['images in links', deep('[![', ']()](b)')],
  ['stars', deep('*', 'a*')],
  ['back ticks', deep('` ``')],
  ['quotes in quotes', deep('>')],
  ['one long line', (size) => 'x'.repeat(size * 10)],
  ['many lines', deep('\n')],
  ['blanks before a line end', (size) => `a${' '.repeat(size * 5)}b`],
  ['open tags', deep('<a href="')],
  ['comments without end', deep('<!--')],
  ['macros', deep('<#if a>', '</#if>')],
  ['marks of text', deep('#i18n{', '}')],
  ['expressions', deep('${', '}')],
  ['signs of many kinds', deep('\u202e\u0000\u{1f9ea}\ufeff\ud800')],
]

const SCRIPT: readonly Maker[] = [
  ['deep brackets', deep('(', ')')],
  ['deep functions', deep('function a(){', '}')],
  ['deep conditions', deep('a?')],
  ['deep ifs', deep('if(a)', '', ['', ';'])],
  ['else after else', deep('if(a){}else ', '', ['', '{}'])],
  ['deep arrows', deep('a=>')],
  ['deep elements', deep('<a>', '</a>')],
  ['deep types', deep('A<', '>')],
  ['deep templates', deep('`${', '}`')],
  ['many denials', deep('!', '', ['', '1'])],
  ['long chains', deep('.a()', '', ['a', ''])],
]

const PLACES: readonly (readonly [path: string, makers: readonly Maker[]])[] = [
  ['pom.xml', XML],
  [DESCRIPTOR, XML],
  ['webapp/WEB-INF/conf/plugins/clock_context.xml', XML],
  ['webapp/images/plugins/clock.svg', XML],
  [`${BUNDLE}.properties`, PROPERTIES],
  [`${BUNDLE}_fr.properties`, PROPERTIES],
  ['src/sql/plugins/clock/plugin/create_db_clock.sql', SQL],
  ['src/sql/plugins/clock/upgrade/update_db_clock-1.0.0-1.1.0.sql', SQL],
  [`${FOLDER}/business/Gear.java`, JAVA],
  [`${FOLDER}/web/GearJspBean.java`, JAVA],
  ['src/test/java/GearTest.java', JAVA],
  ['publiccode.yml', YAML],
  ['.github/workflows/build.yml', YAML],
  ['docker-compose.yml', YAML],
  ['package.json', JSON_TEXT],
  ['bom.cdx.json', JSON_TEXT],
  ['webapp/js/plugins/clock/gear.js', SCRIPT],
  ['src/main.tsx', SCRIPT],
  ['README.md', TEXT],
  ['LICENSE', TEXT],
  ['.github/CODEOWNERS', TEXT],
  ['Dockerfile', TEXT],
  ['webapp/WEB-INF/templates/admin/plugins/clock/gear.html', TEXT],
  ['webapp/jsp/admin/plugins/clock/Gear.jsp', TEXT],
]

/** What can happen to any file. */
const HARMS: readonly (readonly [how: string, harm: (content: Buffer, pick: Pick) => Buffer])[] = [
  ['cut', (content, pick) => content.subarray(0, pick(content.byteLength + 1))],
  ['bytes spoilt', (content, pick) => spoil(content, { pick, byte: () => pick(256) })],
  ['zeros within', (content, pick) => spoil(content, { pick, byte: () => 0 })],
  ['UTF-16 without a mark', (content) => Buffer.from(content.toString(), 'utf16le')],
  ['UTF-16 with a mark, cut', (content) => Buffer.from(`\ufeff${content}`, 'utf16le').subarray(0, -1)],
  ['marks of two kinds', (content) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe]), content])],
  ['twice', (content) => Buffer.concat([content, content])],
  ['turned round', (content) => Buffer.from(content).reverse()],
  ['empty', () => Buffer.alloc(0)],
  ['noise', (_, pick) => Buffer.from(Array.from({ length: 2000 }, () => pick(256)))],
]

/** As many as asked for, the same for the same seed. Every other one is a good file harmed, the others bad by design. */
export function brokenInputs(count: number, seed = 4): readonly BrokenInput[] {
  const pick = random(seed)
  const good = Object.entries(plugin())
  return Array.from({ length: count }, (_, index): BrokenInput => {
    const [path, makers] = at(PLACES, pick(PLACES.length))
    if (index % 2 === 0) {
      const [how, make] = at(makers, pick(makers.length))
      const size = at([10, 1000, 100_000], pick(3))
      const made = make(size, pick)
      return { path, how: `${how}, ${size}`, content: Buffer.from(made) }
    }
    const [goodPath, text] = at(good, pick(good.length))
    const [how, harm] = at(HARMS, pick(HARMS.length))
    // Sometimes what is good elsewhere lies where something else is expected.
    const where = pick(4) === 0 ? path : goodPath
    return { path: where, how: `${goodPath}: ${how}`, content: harm(Buffer.from(text), pick) }
  })
}

function spoil(content: Buffer, { pick, byte }: { readonly pick: Pick; readonly byte: () => number }): Buffer {
  const spoilt = Buffer.from(content)
  for (let count = 1 + pick(20); count > 0; count--) spoilt[pick(Math.max(1, spoilt.byteLength))] = byte()
  return spoilt
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}
