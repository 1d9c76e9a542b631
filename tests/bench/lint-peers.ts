/**
 * Times one run of the packed program over many checkouts beside two linters that start once for each of them:
 *
 *     npm run bench -- lint-peers --peers FOLDER [--runs 3] [--subset N] FOLDER...
 *
 * FOLDER is a checkout, or holds checkouts; that of `--peers` has repolinter 0.12.0 and @ls-lint/ls-lint installed.
 * Ours is the median of the runs, nothing kept between them; a peer passes once over each checkout, or over N of them
 * spread evenly, and its time is then multiplied. Start-up counts for all. repolinter judges by its default ruleset and ours by
 * what `parvis import repolinter` makes of it; the names of files are judged by the same patterns. Ends with 1 when outcomes differ.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkoutsIn } from './checkouts.ts'
import { packInto } from './packed.ts'
import { codesOf, comparedOutcomes, defaultRuleset, type OurRules, repolinterOver } from './repolinter-outcomes.ts'

interface Finding {
  readonly code: string
  readonly outcome: string
  readonly location?: { readonly path: string } | null
}

interface Report {
  readonly subjects: readonly { readonly subject: string; readonly findings: readonly Finding[] }[]
}

interface Timed {
  readonly ms: number
  readonly answer: string
}

/** What ls-lint calls by the whole ending: `.html` is not about `page.en.html`. Patterns are of the whole name before it. */
const NAMES: Readonly<Record<string, string>> = {
  java: '([A-Z][A-Za-z0-9]*|package-info|module-info)',
  html: '[a-z0-9]+(_[a-z0-9]+)*',
  jsp: '[A-Z][A-Za-z0-9]*',
  properties: '[a-z][a-z0-9]*(_[a-z0-9]+)*',
  js: '[a-z][a-z0-9]*(-[a-z0-9]+)*',
  xml: '[a-z][a-z0-9]*([_-][a-z0-9]+)*',
  sql: '[a-z][a-z0-9]*(_[a-z0-9]+)*',
}

const { values, positionals } = parseArgs({
  options: { peers: { type: 'string' }, runs: { type: 'string' }, subset: { type: 'string' } },
  allowPositionals: true,
})
const scratch = mkdtempSync(join(tmpdir(), 'parvis-peers-'))
const checkouts = positionals.flatMap((folder) => checkoutsIn(resolve(folder)))
const passes = Math.min(Number(values.subset ?? checkouts.length), checkouts.length)
const chosen = Array.from({ length: passes }, (_, at) => Math.floor((at * checkouts.length) / passes))
try {
  if (values.peers === undefined || checkouts.length === 0) {
    console.error('name the folder of the peers with --peers, and folders that hold checkouts')
    process.exitCode = 2
  } else compareAll(resolve(values.peers))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compareAll(home: string): void {
  const parvis = packInto(scratch)
  console.log(`${checkouts.length} checkouts, Node ${process.versions.node}; peers pass over ${chosen.length} of them`)
  compareRepolinter(home, parvis)
  compareNames(home, parvis)
}

function compareRepolinter(home: string, parvis: string): void {
  const pack = join(scratch, 'imported.yaml')
  timed([parvis, 'import', 'repolinter', defaultRuleset(home), '--out', pack])
  const listed = timed([parvis, 'rules', '--pack', pack, '--format', 'json']).answer
  const codes = codesOf(JSON.parse(listed) as OurRules)
  const ours = lintOurs(parvis, pack)
  const theirs = pass((checkout) => timed(repolinterOver(home, checkout)))
  const compared = theirs.answers.flatMap(({ at, answer }) =>
    comparedOutcomes(answer, { codes, findings: ours.findings[at] ?? [] }).map((one) => ({ at, ...one })),
  )
  const different = compared.filter((one) => one.theirs !== one.ours)
  for (const one of different)
    console.log(`  ${nameOf(one.at)}: ${one.rule}: repolinter ${one.theirs}, parvis ${one.ours}`)
  say('repolinter', { ours: ours.ms, theirs: theirs.ms, aim: 60 })
  const failures = compared.filter((one) => one.theirs === 'fail').length
  sayEqual(different.length, `${compared.length} outcomes, ${failures} of them failures`)
}

function compareNames(home: string, parvis: string): void {
  const pack = join(scratch, 'names.yaml')
  const config = join(scratch, 'ls-lint.yml')
  // JSON is YAML.
  writeFileSync(pack, JSON.stringify(namesPack()))
  const ls = Object.fromEntries(Object.entries(NAMES).map(([ending, form]) => [`.${ending}`, `regex:${form}`]))
  writeFileSync(config, JSON.stringify({ ls, ignore: ['.git'] }))
  const cli = join(home, 'node_modules/@ls-lint/ls-lint/bin/cli.js')
  const ours = lintOurs(parvis, pack)
  const theirs = pass((checkout) =>
    timed([cli, '--config', config, '--workdir', checkout, '--error-output-format', 'json']),
  )
  let [same, different] = [0, 0]
  for (const { at, answer } of theirs.answers) {
    const one = new Set(answer === '' ? [] : Object.keys(JSON.parse(answer) as object))
    const other = new Set((ours.findings[at] ?? []).flatMap(({ location }) => location?.path ?? []))
    const alone = [
      ...[...one].filter((path) => !other.has(path)).map((path) => `${path}: only ls-lint`),
      ...[...other].filter((path) => !one.has(path)).map((path) => `${path}: only parvis`),
    ]
    same += [...one].filter((path) => other.has(path)).length
    different += alone.length
    for (const line of alone) console.log(`  ${nameOf(at)}: ${line}`)
  }
  say('ls-lint', { ours: ours.ms, theirs: theirs.ms, aim: 15 })
  sayEqual(different, `${same} file names refused by both`)
}

function namesPack(): object {
  const rules = Object.entries(NAMES).map(([ending, form], at) => ({
    ...{ id: `names/${ending}`, code: `NAME-0${at + 1}`, title: `Names of ${ending} files`, check: 'names-styled' },
    question: `Are ${ending} files named as agreed?`,
    options: { names: [{ paths: [`**/*.${ending}`], pattern: form, form }], except: [`**/*.*.${ending}`] },
    ...{ severity: 'error', effort: 'minutes', prose: { why: 'One manner.', fix: 'Rename it.' } },
  }))
  const policy = { title: 'Names', url: 'https://example.org/names' }
  return { id: 'names', title: 'Names', policy, families: [{ id: 'names', title: 'Names', rules }] }
}

/** Subjects come in the order in which they were named; `findings` has one list for each checkout. */
function lintOurs(parvis: string, pack: string): { readonly ms: number; readonly findings: readonly Finding[][] } {
  const runs = Array.from({ length: Number(values.runs ?? 3) }, () => {
    rmSync(join(scratch, 'cache'), { recursive: true, force: true })
    return timed([parvis, 'lint', ...checkouts, '--pack', pack, '--format', 'json'])
  }).sort((one, other) => one.ms - other.ms)
  const median = runs[Math.floor(runs.length / 2)]
  if (median === undefined) throw new Error('--runs: expected 1 or more')
  const { subjects } = JSON.parse(median.answer) as Report
  if (subjects.length !== checkouts.length)
    throw new Error(`${subjects.length} answers on ${checkouts.length} checkouts`)
  return { ms: median.ms, findings: subjects.map(({ findings }) => [...findings]) }
}

function pass(lint: (checkout: string) => Timed) {
  const answers = chosen.map((at) => ({ at, ...lint(checkouts[at] ?? '') }))
  const ms = answers.reduce((sum, one) => sum + one.ms, 0)
  return { answers, ms: (ms * checkouts.length) / chosen.length }
}

/** Compiled code is kept for everybody; other results are not. */
function timed(args: readonly string[]): Timed {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(scratch, 'compiled'), XDG_CACHE_HOME: join(scratch, 'cache') }
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1e9 })
  const ms = performance.now() - from
  if (status === null || status > 1) throw new Error(`${args.slice(0, 3).join(' ')} ended with ${status}: ${stderr}`)
  return { ms, answer: stdout || stderr }
}

function say(peer: string, { ours, theirs, aim }: Readonly<Record<'ours' | 'theirs' | 'aim', number>>): void {
  const extrapolated = chosen.length < checkouts.length ? `, extrapolated from ${chosen.length} checkouts` : ''
  const load = loadavg()[0]?.toFixed(1)
  console.log(`parvis ${Math.round(ours)} ms, ${peer} ${Math.round(theirs)} ms${extrapolated}, load ${load}`)
  console.log(`${peer} to parvis: ${(theirs / ours).toFixed(1)} (target: at least ${aim})`)
}

function sayEqual(different: number, compared: string): void {
  console.log(`outcomes ${different === 0 ? 'equal' : `NOT equal, ${different} differ`}: ${compared}`)
  if (different > 0) process.exitCode = 1
}

const nameOf = (at: number): string => basename(checkouts[at] ?? '')
