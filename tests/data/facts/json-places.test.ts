import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { openDataDocument } from '#data/facts/data-document.ts'

const open = (text: string) => {
  const opened = openDataDocument(Buffer.from(text))
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.document
}

const TEXT = `{
  "name": "clock",
  "a \\"quoted\\" \\\\": { "list": [1, {"deep": [[], "x, ]}"]}, null ] },
  "empty": {},
  "end\\\\": -1.5e3, "é\\u00e9": true
}
`

/** Every path of a value. */
function paths(value: unknown, to: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [to]
  const isList = Array.isArray(value)
  return [to, ...Object.entries(value).flatMap(([key, one]) => paths(one, [...to, isList ? Number(key) : key]))]
}

describe('a JSON document', () => {
  it('has every value where a reader of YAML sees it', () => {
    const document = open(TEXT)
    expect(document.value).toEqual(JSON.parse(TEXT))
    const yaml = parseDocument(TEXT)
    const all = paths(document.value)
    expect(all).toHaveLength(13)
    for (const path of all) {
      const node = path.length === 0 ? yaml.contents : yaml.getIn(path, true)
      const [offset = -1] = (node as { range: readonly number[] }).range
      const before = TEXT.slice(0, offset).split('\n')
      expect({ path, ...document.locate(path) }).toEqual({
        path,
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
      })
    }
  })

  it('leads to the nearest holder of what is not there', () => {
    expect(open(TEXT).locate(['empty', 'more', 3])).toEqual(open(TEXT).locate(['empty']))
  })

  it('counts the last of two equal keys, as JSON does', () => {
    const document = open('{"a": 1,\n "a": 2}')
    expect(document.value).toEqual({ a: 2 })
    expect(document.locate(['a'])).toEqual({ line: 2, column: 7 })
  })

  it('is YAML where it is not JSON', () => {
    expect(open('{ a: 1, b: [x] }').value).toEqual({ a: 1, b: ['x'] })
  })
})
