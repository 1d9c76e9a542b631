import { describe, expect, it } from 'vitest'
import type { Extracted } from '#data/facts/extractor.ts'
import { type FactCache, type FactKey, gather } from '#data/facts/gather.ts'
import { SourceFailure } from '#data/model/failures.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'

/** A tree in memory that counts how often each path is read. */
function treeOf(files: Readonly<Record<string, string>>, modes: Readonly<Record<string, EntryMode>> = {}) {
  const reads: string[] = []
  const entries: readonly Entry[] = Object.keys(files)
    .toSorted()
    .map((path) => {
      const content = Buffer.from(files[path] ?? '')
      return { path, mode: modes[path] ?? '100644', oid: blobOid(content), size: content.length }
    })
  const source: Source = {
    identity: { origin: 'memory', repository: undefined, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: async (entry) => {
      reads.push(entry.path)
      if (entry.path.startsWith('gone/')) throw new SourceFailure('not-found', 'no such bytes')
      return Buffer.from(files[entry.path] ?? '')
    },
  }
  return { source, entries, reads }
}

function memoryCache() {
  const kept = new Map<string, Extracted<unknown>>()
  const text = (key: FactKey) => JSON.stringify([key.oid, key.extractor, key.version, key.optionsDigest])
  const cache: FactCache = {
    getMany: async (keys) => keys.map((key) => kept.get(text(key))),
    putMany: async (facts) => {
      for (const { key, extracted } of facts) kept.set(text(key), extracted)
    },
  }
  return { cache, kept }
}

describe('Gathering facts', () => {
  it('gives the facts of each need by path', async () => {
    const { source, entries } = treeOf({
      'src/A.java': 'class A { }',
      'src/b/B.java': 'class B { }',
      'README.md': '# Hello',
    })
    const facts = await gather({
      source,
      entries,
      needs: [
        { extractor: 'java-outline', paths: ['src/**/*.java'] },
        { extractor: 'text', paths: ['README.md'], options: { syntax: 'markdown' } },
      ],
    })
    expect([...facts.of('java-outline').keys()]).toEqual(['src/A.java', 'src/b/B.java'])
    expect(facts.of('text', { syntax: 'markdown' }).get('README.md')).toMatchObject({ headings: [{ text: 'Hello' }] })
    expect(facts.of('text').size).toBe(0)
    expect(facts.unread).toEqual([])
  })

  it('reads a file once for several needs, and equal files once for all', async () => {
    const { source, entries, reads } = treeOf({ 'a.md': '# Same', 'b.md': '# Same', 'c.txt': 'other' })
    const facts = await gather({
      source,
      entries,
      needs: [
        { extractor: 'text', paths: ['*.md'] },
        { extractor: 'text', paths: ['a.*'] },
        { extractor: 'license-text', paths: ['**'] },
      ],
    })
    expect(reads).toHaveLength(2)
    expect([...facts.of('text').keys()]).toEqual(['a.md', 'b.md'])
    expect(facts.of('license-text').size).toBe(3)
  })

  it('never follows a symbolic link nor a submodule, and says so', async () => {
    const { source, entries, reads } = treeOf(
      { LICENSE: '../LICENSE', vendor: '' },
      { LICENSE: '120000', vendor: '160000' },
    )
    const facts = await gather({ source, entries, needs: [{ extractor: 'license-text', paths: ['*'] }] })
    expect(reads).toEqual([])
    expect(facts.unread.map(({ path, code }) => [path, code])).toEqual([
      ['LICENSE', 'symbolic-link'],
      ['vendor', 'submodule'],
    ])
  })

  it('tells which files gave no fact, why and where', async () => {
    const { source, entries } = treeOf({ 'pom.xml': '<project>\n<a>', 'gone/pom.xml': '<project/>' })
    const facts = await gather({ source, entries, needs: [{ extractor: 'pom', paths: ['**/pom.xml'] }] })
    expect(facts.of('pom').size).toBe(0)
    expect(facts.unread).toMatchObject([
      { path: 'gone/pom.xml', extractor: 'pom', code: 'unavailable', message: 'no such bytes' },
      { path: 'pom.xml', extractor: 'pom', code: 'xml-malformed', line: 2 },
    ])
  })

  it('does not read what is too large', async () => {
    const { source, entries, reads } = treeOf({ LICENSE: 'x' })
    const large = entries.map((entry) => ({ ...entry, size: 50_000_000 }))
    const facts = await gather({ source, entries: large, needs: [{ extractor: 'license-text', paths: ['*'] }] })
    expect(reads).toEqual([])
    expect(facts.unread).toMatchObject([{ code: 'too-large' }])
  })

  it('takes from the cache what is there, problems too, and keeps nothing that may change', async () => {
    const { cache, kept } = memoryCache()
    const files = { 'pom.xml': '<project>', 'a/pom.xml': '<project/>', 'gone/pom.xml': '<project></project>' }
    const needs = [{ extractor: 'pom', paths: ['**/pom.xml'] }]
    const first = treeOf(files)
    const before = await gather({ ...first, needs, cache })
    expect(kept.size).toBe(2)

    const second = treeOf(files)
    const after = await gather({ ...second, needs, cache })
    expect(second.reads).toEqual(['gone/pom.xml'])
    expect(after.unread).toEqual(before.unread)
    expect(after.of('pom')).toEqual(before.of('pom'))
  })

  it('keeps facts of other options apart, whatever the order of their keys', async () => {
    const { cache } = memoryCache()
    const files = { 'a.txt': 'one One' }
    const options = { mask: 'none', patterns: { one: 'one' }, ignoreCase: true }
    const reordered = { ignoreCase: true, patterns: { one: 'one' }, mask: 'none' }
    await gather({ ...treeOf(files), needs: [{ extractor: 'occurrences', paths: ['*'], options }], cache })
    const again = treeOf(files)
    const facts = await gather({
      ...again,
      needs: [{ extractor: 'occurrences', paths: ['*'], options: reordered }],
      cache,
    })
    expect(again.reads).toEqual([])
    expect(facts.of('occurrences', options).get('a.txt')).toMatchObject({ one: [{ column: 1 }, { column: 5 }] })
  })

  it('refuses an extractor that there is not', async () => {
    const { source, entries } = treeOf({})
    await expect(gather({ source, entries, needs: [{ extractor: 'tea-leaves', paths: ['*'] }] })).rejects.toThrow(
      /tea-leaves/,
    )
  })

  it('goes on when an extractor crashes, and keeps the crash out of the cache', async () => {
    const { cache, kept } = memoryCache()
    const needs = [{ extractor: 'occurrences', paths: ['*'], options: { mask: 'none', patterns: { bad: '(' } } }]
    const facts = await gather({ ...treeOf({ a: 'text' }), needs, cache })
    expect(facts.unread).toMatchObject([{ path: 'a', code: 'extractor-crashed' }])
    expect(kept.size).toBe(0)
  })
})
