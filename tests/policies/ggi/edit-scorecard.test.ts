import { describe, expect, it } from 'vitest'
import { type Document, isMap, parseDocument } from 'yaml'
import { editScorecard, type ScorecardChange } from '#policies/ggi/edit-scorecard.ts'
import { random } from '../../data/random.ts'

/** A scorecard in somebody's hand: comments above, behind and between, with the spaces, quotes and line ends of its author. */
function written(draw: (of: number) => number): string {
  const pick = <Item>(...items: readonly [Item, ...Item[]]) => items[draw(items.length)] ?? items[0]
  const remark = (name: string) => pick('', '', `  # about ${name}`)
  const above = (name: string, indent = '') =>
    pick([], [`${indent}# before ${name}`], ['', `${indent}# before ${name}`])
  const step = pick('  ', '    ')
  const declared = ['P1', 'P3', 'P5']
    .slice(0, 1 + draw(3))
    .flatMap((name) => [
      ...above(name, step),
      ...pick(
        [
          `${step}${name}:${remark(name)}`,
          `${step}${step}value: unmet${remark(`value of ${name}`)}`,
          ...above(`by of ${name}`, `${step}${step}`),
          `${step}${step}by: ${pick('Legal team', '"Legal team"', "'Legal team'")}`,
          `${step}${step}at: 2026-02-01`,
        ],
        [`${step}${name}: { value: unmet, by: Legal team, at: 2026-02-01 }${remark(name)}`],
      ),
    ])
  const lines = [
    ...pick([], ['# Ours, and only ours', '']),
    `activity: GGI-A-21${remark('activity')}`,
    ...above('handbook'),
    `handbook: ${pick('"1.3"', "'1.3'")}`,
    ...above('state'),
    `state: ${pick('not-selected', "'not-selected'")}${remark('state')}`,
    ...pick([], [`owner:   Legal team${remark('owner')}`]),
    ...pick([], ['scope: |', '  Two lines,', '  the second # is no comment']),
    ...pick([], ['notes: >-', '  Folded', '  text']),
    ...above('declared'),
    ...pick([`declared:${remark('declared')}`, ...declared], ['declared: {}'], []),
    ...pick([], ['objectives:', '- text: One   # first', '  done: true', '# between', '- { text: Two }']),
    ...pick([], ['', '# The end']),
  ]
  const newline = pick('\n', '\n', '\r\n')
  return `${lines.join(newline)}${pick(newline, newline, '')}`
}

function changes(draw: (of: number) => number): readonly ScorecardChange[] {
  const all: readonly ScorecardChange[] = [
    { path: ['state'], value: 'in-progress' },
    { path: ['owner'], value: 'Équipe: sécurité' },
    { path: ['started'], value: '2026-11-22' },
    { path: ['closed'], value: undefined },
    { path: ['owner'], value: undefined },
    { path: ['declared', 'P3', 'value'], value: 'met' },
    { path: ['declared', 'P3', 'note'], value: 'It is said: "yes", # and more' },
    { path: ['declared', 'P3', 'note'], value: undefined },
    { path: ['declared', 'P4', 'value'], value: 'partly' },
    { path: ['declared', 'P4', 'by'], value: 'Bureau' },
    { path: ['earlier'], value: [{ iteration: 'one', state: 'done', objectives: 2, done: 1 }] },
  ]
  return Array.from({ length: 1 + draw(4) }, () => all[draw(all.length)] ?? { path: ['state'], value: 'done' })
}

const valueIn = (text: string): unknown => parseDocument(text).toJS()
const commentsIn = (text: string): readonly string[] =>
  text.match(/(?<=^|\s)# (?:about|before|Ours|first|between|The end)[^\r\n]*/gmu) ?? []
function keysOf(text: string): readonly string[] {
  const { contents } = parseDocument(text)
  return isMap(contents) ? contents.items.map(({ key }) => String(key)) : []
}

/** The same change on the plain value. */
function changed(value: unknown, { path, value: to }: ScorecardChange): unknown {
  const document: Document = parseDocument(JSON.stringify(value))
  if (to === undefined && document.hasIn(path)) document.deleteIn(path)
  if (to !== undefined) document.setIn(path, document.createNode(to))
  return document.toJS()
}

describe('a scorecard in whatever hand, after whatever changes', () => {
  const cases = Array.from({ length: 120 }, (_, seed) => seed)

  it('says what was asked for and what it said before', async () => {
    for (const seed of cases) {
      const draw = random(seed * 7919 + 1)
      const text = written(draw)
      const asked = changes(draw)
      const edited = await editScorecard(text, asked)
      expect(parseDocument(edited).errors, `${seed}\n${edited}`).toEqual([])
      expect(valueIn(edited), `${seed}\n${text}\n---\n${edited}`).toEqual(asked.reduce(changed, valueIn(text)))
    }
  })

  it('keeps every comment that does not stand on what was taken out, and the order of what stays', async () => {
    for (const seed of cases) {
      const draw = random(seed * 7919 + 1)
      const text = written(draw)
      const asked = changes(draw)
      const edited = await editScorecard(text, asked)
      const isOut = (comment: string) =>
        asked.some(({ path, value }) => value === undefined && comment.includes(path[0] ?? ''))
      const kept = commentsIn(text).filter((comment) => !isOut(comment))
      const left = commentsIn(edited)
      expect(
        kept.filter((comment) => !left.includes(comment)),
        `${seed}\n${text}\n---\n${edited}`,
      ).toEqual([])
      const stayed = keysOf(text).filter((key) => keysOf(edited).includes(key))
      expect(keysOf(edited).filter((key) => stayed.includes(key))).toEqual(stayed)
    }
  })

  it('differs in no line that has nothing to do with it, and ends its lines as before', async () => {
    for (const seed of cases) {
      const draw = random(seed * 7919 + 1)
      const text = written(draw)
      const edited = await editScorecard(text, [{ path: ['state'], value: 'done' }])
      const newline = text.includes('\r\n') ? '\r\n' : '\n'
      const others = (one: string) => one.split(newline).filter((line) => !line.startsWith('state:'))
      expect(others(edited), String(seed)).toEqual(others(text))
    }
  })

  it('is the same when what is asked for is there already', async () => {
    for (const seed of cases) {
      const draw = random(seed * 7919 + 1)
      const text = written(draw)
      const once = await editScorecard(text, [{ path: ['state'], value: 'done' }])
      expect(await editScorecard(once, [{ path: ['state'], value: 'done' }])).toBe(once)
    }
  })
})
