import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { judgePath, type PathJudging } from '#cli/lint/judge-path.ts'
import { openSource } from '#collectors/workdir/open-source.ts'
import { gather } from '#data/facts/gather.ts'
import { extractors } from '#data/facts/registry.ts'
import type { Finding, SubjectReport } from '#data/model/lint.ts'
import { builtinPacks } from '#policies/registry.ts'
import { git, write } from '../collectors/git-scratch.ts'
import { plugin, REPOSITORY } from '../policies/component.ts'
import type { BrokenInput } from './broken-input.ts'
import { type BrokenTree, ruin } from './broken-tree.ts'

export interface Judged {
  readonly name: string
  /** Of processor time, so that a busy machine changes nothing. */
  readonly milliseconds: number
  /** Rules that crashed, and extractors. */
  readonly crashes: readonly string[]
  /** Why files could not be read, each code once. */
  readonly reasons: readonly string[]
  readonly report: SubjectReport
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
  digest: { algorithm: 'sha256' },
  'schema-violations': { schema: { items: { $ref: '#' }, properties: { version: { type: 'string' } } } },
}

/** A good plugin on disk, in which one thing at a time is broken. */
export function goodPlugin({ isRepository }: { readonly isRepository: boolean }): string {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-broken-'))
  write(folder, plugin())
  if (!isRepository) return folder
  git(folder, 'init', '-q', '-b', 'develop')
  git(folder, 'remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`)
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', 'CLOCK-1 : wind up')
  return folder
}

/** Puts one broken file into a folder, judges as the command does, draws every fact from it, and puts back what was there. */
export async function judgeBroken(folder: string, { path, how, content }: BrokenInput): Promise<Judged> {
  const place = join(folder, path)
  const good = plugin()[path]
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, content)
  try {
    return await judged(`${path}: ${how}`, folder, () => drawAll(folder, path))
  } finally {
    if (good === undefined) rmSync(place)
    else writeFileSync(place, good)
  }
}

/** Breaks a tree of its own and judges it, as nobody in particular where something is closed to others. */
export async function judgeTree(tree: BrokenTree): Promise<Judged> {
  const folder = goodPlugin(tree)
  const isLocked = tree.acts.some(({ does }) => does === 'lock')
  try {
    ruin(folder, tree.acts)
    const name = `${tree.how}${tree.isRepository ? ', in git' : ''}`
    return isLocked ? await asNobody(folder, () => judged(name, folder)) : await judged(name, folder)
  } finally {
    execFileSync('rm', ['-rf', folder])
  }
}

const NOBODY = 65_534

/** To the administrator nothing is closed. */
async function asNobody<Answer>(folder: string, ask: () => Promise<Answer>): Promise<Answer> {
  if (process.geteuid?.() !== 0) return ask()
  execFileSync('chown', ['-R', String(NOBODY), folder])
  chmodSync(dirname(folder), 0o1777)
  process.seteuid?.(NOBODY)
  try {
    return await ask()
  } finally {
    process.seteuid?.(0)
  }
}

async function judged(
  name: string,
  folder: string,
  more = async (): Promise<readonly string[]> => [],
): Promise<Judged> {
  const judging: PathJudging = {
    packs: builtinPacks(),
    asOf: '2026-11-15',
    stage: undefined,
    cwd: folder,
    env: {},
    as: REPOSITORY,
    keepsFacts: false,
  }
  const before = process.cpuUsage()
  const report = await judgePath(folder, judging)
  const lost = await more()
  const { user, system } = process.cpuUsage(before)
  const findings = report.outcomes.flatMap((outcome) => outcome.findings)
  const crashed = findings.filter(isCrash).map(({ code, args }) => `${code}: ${args.reason ?? args.message}`)
  const reasons = new Set(findings.flatMap(({ args }) => (typeof args.problem === 'string' ? [args.problem] : [])))
  if (report.unread !== undefined) reasons.add(report.unread.kind)
  return { name, milliseconds: (user + system) / 1000, crashes: [...crashed, ...lost], reasons: [...reasons], report }
}

/** What an extractor that crashes says. */
async function drawAll(folder: string, path: string): Promise<readonly string[]> {
  const source = await openSource(folder)
  const needs = extractors
    .filter(({ id }) => isFor(id, path))
    .map(({ id }) => ({ extractor: id, paths: [path], options: OPTIONS[id] }))
  const { unread } = await gather({ source, entries: await source.entries(), needs })
  await source.close?.()
  return unread.filter(({ code }) => code === 'extractor-crashed').map(({ message }) => message)
}

/** Scripts alone are handed to the parser of scripts. */
function isFor(extractor: string, path: string): boolean {
  return extractor !== 'module-imports' || /\.[jt]sx?$/.test(path)
}

function isCrash({ outcome, args }: Finding): boolean {
  return outcome === 'error' || args.problem === 'extractor-crashed'
}
