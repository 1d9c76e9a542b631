import { gather } from '#data/facts/gather.ts'
import { extractors } from '#data/facts/registry.ts'
import type { Finding } from '#data/model/lint.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Entry, Source } from '#data/model/source.ts'
import { lint } from '#policies/engine.ts'
import { builtinPacks } from '#policies/registry.ts'
import { plugin, REPOSITORY } from '../policies/component.ts'
import { TIDY_GIT } from '../policies/source.ts'
import type { BrokenInput } from './broken-input.ts'

export interface Judged {
  readonly input: BrokenInput
  /** Of processor time, so that a busy machine changes nothing. */
  readonly milliseconds: number
  /** Rules that crashed, and extractors. */
  readonly crashes: readonly string[]
  /** Why rules could not be checked, each code once. */
  readonly doubts: readonly string[]
}

/** Options without which an extractor has nothing to look for. */
const OPTIONS: Readonly<Record<string, unknown>> = {
  'java-outline': { members: true },
  'module-imports': { language: 'tsx' },
  'reuse-annotations': { format: 'toml' },
  text: { syntax: 'markdown' },
  occurrences: { mask: 'none', patterns: { words: '[a-z]+ [a-z]+' } },
  'xml-values': { queries: { a: '//a', version: '/project/version' } },
  'data-values': { queries: { a: '$..a', version: '$.version' } },
}

/** Judges a good plugin with one file broken by every rule there is, and draws every fact from that file. */
export async function judgeBroken(input: BrokenInput): Promise<Judged> {
  const before = process.cpuUsage()
  const whole = treeOf(input)
  const packs = builtinPacks()
  const { outcomes } = await lint({ source: whole, packs, asOf: '2026-11-15' })
  const findings = outcomes.flatMap((outcome) => outcome.findings)
  const crashed = findings.filter(isCrash).map(({ code, args }) => `${code}: ${args.reason ?? args.message}`)
  const needs = extractors
    .filter(({ id }) => isFor(id, input.path))
    .map(({ id }) => ({ extractor: id, paths: [input.path], options: OPTIONS[id] }))
  const facts = await gather({ source: whole, entries: await whole.entries(), needs })
  const lost = facts.unread.filter(({ code }) => code === 'extractor-crashed').map(({ message }) => message)
  const doubts = new Set(
    findings.flatMap(({ outcome, args, messageId }) =>
      outcome === 'unknown' ? [String(args.problem ?? messageId)] : [],
    ),
  )
  const { user, system } = process.cpuUsage(before)
  return { input, milliseconds: (user + system) / 1000, crashes: [...crashed, ...lost], doubts: [...doubts] }
}

/** Scripts alone are handed to the parser of scripts. */
function isFor(extractor: string, path: string): boolean {
  return extractor !== 'module-imports' || /\.[jt]sx?$/.test(path)
}

function isCrash({ outcome, args }: Finding): boolean {
  return outcome === 'error' || args.problem === 'extractor-crashed'
}

function treeOf({ path, content }: BrokenInput): Source {
  const files = new Map<string, Buffer>(Object.entries(plugin()).map(([name, text]) => [name, Buffer.from(text)]))
  files.set(path, content)
  const entries = [...files].map(([name, bytes]): Entry => {
    return { path: name, mode: '100644', oid: blobOid(bytes), size: bytes.byteLength }
  })
  const sorted = entries.sort((one, other) => (one.path < other.path ? -1 : 1))
  return {
    identity: { origin: 'memory', repository: REPOSITORY, defaultBranch: TIDY_GIT.defaultBranch, head: '0'.repeat(40) },
    entries: async () => sorted,
    read: async (entry) => files.get(entry.path) ?? Buffer.alloc(0),
    refs: async () => TIDY_GIT.refs,
    log: async () => TIDY_GIT.log,
  }
}
