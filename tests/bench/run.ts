/**
 * Lists the benches and runs those that need nothing, or the one that is named, with its own arguments:
 *
 *     npm run bench
 *     npm run bench -- git-commits CLONE...
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suggestion } from '#data/model/nearest.ts'

interface Bench {
  readonly takes: string
  readonly about: string
  /** Says something without arguments. */
  readonly runsAlone: boolean
}

const BENCHES: Readonly<Record<string, Bench>> = {
  lint: {
    takes: '[--runs N] [CHECKOUT...]',
    about: 'time and memory of a whole `parvis lint` of about 800 files, beside two floors',
    runsAlone: true,
  },
  'lint-fleet': {
    takes: '[--runs 5] [--generate REPOSITORIES] [FOLDER...]',
    about: 'a first and a second run over many checkouts, beside walking them and reading them in one process',
    runsAlone: false,
  },
  'lint-peers': {
    takes: '--peers FOLDER [--runs 3] [--subset N] FOLDER...',
    about:
      'one run of ours over many checkouts, beside repolinter and ls-lint that start once for each, on equal rules',
    runsAlone: false,
  },
  'lint-broken': {
    takes: '[--count 1000] [--seed N]',
    about: 'a thousand generated broken files: no rule may crash or take five seconds over one',
    runsAlone: false,
  },
  collect: {
    takes: '[REPOSITORIES CHANGE-REQUESTS ISSUES COMMITS]',
    about:
      'requests, points, time and memory of a collection from the GitHub that runs here, beside the least it can cost',
    runsAlone: true,
  },
  writing: {
    takes: '[REPOSITORIES CHANGE-REQUESTS ISSUES COMMITS]',
    about: 'rows normalised and written in a second, beside a bare insert of the same rows',
    runsAlone: true,
  },
  repolinter: {
    takes: '[--repolinter FOLDER] CHECKOUT...',
    about: 'outcomes of the default ruleset of repolinter 0.12.0 beside ours, each difference by name',
    runsAlone: false,
  },
  measure: {
    takes: '[REPOSITORIES CHANGE-REQUESTS COMMITS] [--times-ten] [--duckdb FOLDER]',
    about: 'what it costs to keep figures exact over a large organisation, and to answer each of them',
    runsAlone: true,
  },
  inventory: {
    takes: '',
    about: 'a graph of 2,000 components and 40,000 dependencies: built, and each question answered',
    runsAlone: true,
  },
  site: {
    takes: '[--components 1500] [--rounds 3] [--keep FOLDER] | --again FOLDER',
    about:
      'a site of many components: time and memory beside a bare Astro build of the same bytes, its loaders, drawings and size',
    runsAlone: true,
  },
  pages: {
    takes: '[--site FOLDER] [--runs 3]',
    about: 'each kind of page on a slow phone: largest paint, shifts, and answers to touches',
    runsAlone: true,
  },
  'git-commits': {
    takes: 'CLONE...',
    about: 'what is read from clones against what git itself counts',
    runsAlone: false,
  },
}

const [named, ...given] = process.argv.slice(2)
const names = Object.keys(BENCHES)

if (named !== undefined && !names.includes(named)) {
  console.error(`there is no bench "${named}".${suggestion(named, names)} Benches: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  if (named === undefined)
    for (const [name, { takes, about }] of Object.entries(BENCHES)) console.log(`${name} ${takes}\n    ${about}`)
  const chosen = named === undefined ? names.filter((name) => BENCHES[name]?.runsAlone) : [named]
  for (const name of chosen) process.exitCode = run(name) || process.exitCode
}

function run(name: string): number {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  console.log(`\n== ${name}`)
  return spawnSync(process.execPath, [file, ...given], { stdio: 'inherit' }).status ?? 1
}
