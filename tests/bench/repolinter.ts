/**
 * Compares outcomes with repolinter 0.12.0, by its own default ruleset as `parvis import repolinter` makes it a pack:
 *
 *     node tests/bench/repolinter.ts [--repolinter FOLDER] CHECKOUT...
 *
 * Installs repolinter in a temporary folder unless one that holds it is named; says so and ends with 3 when it cannot.
 * Every difference is printed; the run ends with 1 when there is one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { codesOf, comparedOutcomes, defaultRuleset, type OurRules, repolinterOver } from './repolinter-outcomes.ts'

interface OurReport {
  readonly subjects: readonly { readonly findings: readonly { readonly code: string; readonly outcome: string }[] }[]
}

const { values, positionals } = parseArgs({ options: { repolinter: { type: 'string' } }, allowPositionals: true })
const parvis = fileURLToPath(new URL('../../cli/parvis.js', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'parvis-repolinter-'))
try {
  compareAll()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compareAll(): void {
  const home = values.repolinter === undefined ? install() : resolve(values.repolinter)
  if (home === undefined) {
    console.error('SKIPPED: repolinter 0.12.0 could not be installed; name a folder that holds it with --repolinter.')
    process.exitCode = 3
    return
  }
  const pack = join(scratch, 'imported.yaml')
  run([parvis, 'import', 'repolinter', defaultRuleset(home), '--out', pack])
  const codes = codesOf(JSON.parse(run([parvis, 'rules', '--pack', pack, '--format', 'json'])) as OurRules)
  let compared = 0
  let different = 0
  let times = { theirs: 0, ours: 0 }
  for (const checkout of positionals) {
    const startedAt = performance.now()
    const answer = run(repolinterOver(home, checkout))
    const between = performance.now()
    const findings = lintOurs(pack, checkout)
    times = { theirs: times.theirs + between - startedAt, ours: times.ours + performance.now() - between }
    for (const { rule, theirs, ours } of comparedOutcomes(answer, { codes, findings })) {
      compared++
      if (theirs === ours) continue
      different++
      console.log(`${basename(checkout)}: ${rule}: repolinter ${theirs}, parvis ${ours}`)
    }
  }
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  console.log(`${compared} outcomes of ${positionals.length} checkouts compared, ${different} different`)
  console.log(`one process for each checkout: repolinter ${seconds(times.theirs)}, parvis ${seconds(times.ours)}`)
  if (different > 0) process.exitCode = 1
}

function install(): string | undefined {
  writeFileSync(join(scratch, 'package.json'), '{"private": true}')
  const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'repolinter@0.12.0']
  spawnSync('npm', npm, { cwd: scratch, stdio: 'ignore', timeout: 300_000 })
  return existsSync(join(scratch, 'node_modules/repolinter/bin/repolinter.js')) ? scratch : undefined
}

function lintOurs(pack: string, checkout: string): OurReport['subjects'][number]['findings'] {
  const out = run([parvis, 'lint', checkout, '--pack', pack, '--format', 'json'])
  const { subjects } = JSON.parse(out) as OurReport
  return subjects.flatMap(({ findings }) => findings)
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
