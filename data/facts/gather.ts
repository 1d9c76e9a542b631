import { SourceFailure } from '../model/failures.ts'
import type { Oid } from '../model/oid.ts'
import type { Entry, Source } from '../model/source.ts'
import type { Extracted, ExtractionProblem, Extractor } from './extractor.ts'
import { compileGlobs } from './glob.ts'
import { digestOptions } from './options-digest.ts'
import { findExtractor } from './registry.ts'

/** Facts of one extractor, with one set of options, from the files that match any of the globs. */
export interface FactNeed {
  readonly extractor: string
  readonly paths: readonly string[]
  readonly options?: unknown
}

/** What a fact is kept under. */
export interface FactKey {
  readonly oid: Oid
  readonly extractor: string
  readonly version: number
  /** sha256 of the options in canonical JSON, hexadecimal; empty without options. */
  readonly optionsDigest: string
}

/** Where facts are kept between runs. What it gives back was put there under the very same key. */
export interface FactCache {
  /** In the order of `keys`; undefined where nothing is kept. */
  getMany(keys: readonly FactKey[]): Promise<readonly (Extracted<unknown> | undefined)[]>
  putMany(facts: readonly { readonly key: FactKey; readonly extracted: Extracted<unknown> }[]): Promise<void>
}

/**
 * A file that was wanted and gave no fact. Codes of extractors, and: `symbolic-link`, `submodule` (never followed),
 * `unavailable` (the source did not have the bytes), `too-large`, `extractor-crashed`.
 */
export interface Unread extends ExtractionProblem {
  readonly path: string
  readonly extractor: string
  readonly optionsDigest: string
}

export interface GatheredFacts {
  /** Facts by path (sorted), for one extractor and one set of options. Empty when no file matched. */
  of(extractor: string, options?: unknown): ReadonlyMap<string, unknown>
  /** Of these, those whose paths match a need. What several ask with the same globs is picked out once. */
  matching(need: FactNeed): ReadonlyMap<string, unknown>
  readonly unread: readonly Unread[]
}

export interface GatherInput {
  readonly source: Source
  /** As `source.entries()` gave them. */
  readonly entries: readonly Entry[]
  readonly needs: readonly FactNeed[]
  readonly cache?: FactCache
}

/** Reads each wanted file once, runs each extractor once for equal bytes, and takes from the cache what it has. */
export async function gather({ source, entries, needs, cache }: GatherInput): Promise<GatheredFacts> {
  const wishes = await Promise.all(mergeNeeds(needs).map((need) => toWish(need, entries)))
  const jobs = wishes.flatMap((wish) => [...wish.jobs.values()])
  await takeFromCache(jobs, cache)
  const missing = jobs.filter((job) => job.extracted === undefined)
  await readMissing(missing, source)
  await cache?.putMany(
    missing.flatMap((job) => (isKept(job.extracted) ? [{ key: keyOf(job), extracted: job.extracted }] : [])),
  )
  return assemble(wishes)
}

/** One extractor with its options and all the files from which it is wanted. */
interface Wish {
  readonly extractor: Extractor
  readonly options: unknown
  readonly optionsDigest: string
  readonly entries: readonly Entry[]
  /** By the id of the bytes: equal bytes at several paths are one job. */
  readonly jobs: Map<Oid, Job>
}

interface Job {
  readonly wish: Wish
  readonly entry: Entry
  extracted: Extracted<unknown> | undefined
}

interface MergedNeed {
  readonly extractor: string
  readonly options: unknown
  readonly optionsDigest: string
  readonly paths: Set<string>
}

function mergeNeeds(needs: readonly FactNeed[]): readonly MergedNeed[] {
  const merged = new Map<string, MergedNeed>()
  for (const { extractor, options, paths } of needs) {
    const optionsDigest = digestOptions(options)
    const key = `${extractor} ${optionsDigest}`
    const need = merged.get(key) ?? { extractor, options, optionsDigest, paths: new Set() }
    for (const path of paths) need.paths.add(path)
    merged.set(key, need)
  }
  return [...merged.values()]
}

async function toWish(need: MergedNeed, entries: readonly Entry[]): Promise<Wish> {
  const registered = findExtractor(need.extractor)
  if (registered === undefined)
    throw new Error(`No extractor is called "${need.extractor}"; see data/facts/registry.ts.`)
  const isWanted = compileGlobs([...need.paths])
  const { options, optionsDigest } = need
  const wish: Wish = {
    extractor: await registered.load(),
    options,
    optionsDigest,
    entries: entries.filter((each) => isWanted(each.path)),
    jobs: new Map(),
  }
  for (const entry of wish.entries) if (isFile(entry)) wish.jobs.set(entry.oid, { wish, entry, extracted: undefined })
  return wish
}

function keyOf({ wish, entry }: Job): FactKey {
  const { extractor, optionsDigest } = wish
  return { oid: entry.oid, extractor: extractor.id, version: extractor.version, optionsDigest }
}

async function takeFromCache(jobs: readonly Job[], cache: FactCache | undefined): Promise<void> {
  if (cache === undefined || jobs.length === 0) return
  const kept = await cache.getMany(jobs.map(keyOf))
  for (const [index, job] of jobs.entries()) job.extracted = kept[index]
}

const CONCURRENT_READS = 16

async function readMissing(jobs: readonly Job[], source: Source): Promise<void> {
  const files = [...Map.groupBy(jobs, (job) => job.entry.oid).values()]
  let next = 0
  const work = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) await readFile(file, source)
  }
  await Promise.all(Array.from({ length: CONCURRENT_READS }, work))
}

async function readFile(jobs: readonly Job[], source: Source): Promise<void> {
  const readable = jobs.filter((job) => {
    if (job.entry.size > job.wish.extractor.maxBytes) job.extracted = tooLarge(job)
    return job.extracted === undefined
  })
  const entry = readable[0]?.entry
  if (entry === undefined) return
  const content = await readContent(source, entry)
  for (const job of readable)
    job.extracted = content instanceof SourceFailure ? unavailable(content) : run(job, content)
}

async function readContent(source: Source, entry: Entry): Promise<Uint8Array | SourceFailure> {
  try {
    return await source.read(entry)
  } catch (failure) {
    if (failure instanceof SourceFailure) return failure
    throw failure
  }
}

/** A file on which an extractor crashes is lost, not the run: its rules answer `unknown`, and the message says where to look. */
function run(job: Job, content: Uint8Array): Extracted<unknown> {
  const { extractor, options } = job.wish
  if (content.byteLength > extractor.maxBytes) return tooLarge(job)
  try {
    return extractor.extract(content, options)
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure)
    return { ok: false, problem: { code: 'extractor-crashed', message: `${extractor.id}: ${message}` } }
  }
}

function tooLarge({ wish }: Job): Extracted<unknown> {
  const message = `The file is larger than ${wish.extractor.maxBytes} bytes.`
  return { ok: false, problem: { code: 'too-large', message } }
}

function unavailable(failure: SourceFailure): Extracted<unknown> {
  return { ok: false, problem: { code: 'unavailable', message: failure.message } }
}

/** What depends on bytes and options alone; the rest may go otherwise next time. */
function isKept(extracted: Extracted<unknown> | undefined): extracted is Extracted<unknown> {
  if (extracted === undefined) return false
  return extracted.ok || !['unavailable', 'too-large', 'extractor-crashed'].includes(extracted.problem.code)
}

function isFile(entry: Entry): boolean {
  return entry.mode === '100644' || entry.mode === '100755'
}

function assemble(wishes: readonly Wish[]): GatheredFacts {
  const factsBy = new Map<string, Map<string, unknown>>()
  const unread: Unread[] = []
  for (const { extractor, optionsDigest, entries, jobs } of wishes) {
    const facts = new Map<string, unknown>()
    factsBy.set(`${extractor.id} ${optionsDigest}`, facts)
    for (const entry of entries) {
      const extracted = isFile(entry) ? jobs.get(entry.oid)?.extracted : notAFile(entry)
      if (extracted?.ok) facts.set(entry.path, extracted.fact)
      else if (extracted)
        unread.push({ ...extracted.problem, path: entry.path, extractor: extractor.id, optionsDigest })
    }
  }
  const none: ReadonlyMap<string, unknown> = new Map()
  const of = (extractor: string, options?: unknown) => factsBy.get(`${extractor} ${digestOptions(options)}`) ?? none
  const picked = new Map<string, ReadonlyMap<string, unknown>>()
  const matching = ({ extractor, options, paths }: FactNeed) => {
    const key = [extractor, digestOptions(options), ...paths].join('\n')
    const known = picked.get(key) ?? pick(of(extractor, options), paths)
    picked.set(key, known)
    return known
  }
  return { of, matching, unread }
}

function pick(facts: ReadonlyMap<string, unknown>, paths: readonly string[]): ReadonlyMap<string, unknown> {
  const isWanted = compileGlobs(paths)
  return new Map([...facts].filter(([path]) => isWanted(path)))
}

function notAFile(entry: Entry): Extracted<unknown> {
  const isLink = entry.mode === '120000'
  const message = isLink ? 'A symbolic link is not followed.' : 'A submodule is not read.'
  return { ok: false, problem: { code: isLink ? 'symbolic-link' : 'submodule', message } }
}
