/** The table of `site.ts`: what was measured beside what was asked for. Printed again from what a run kept. */
import type { Cost } from './site-process.ts'

export interface Size {
  readonly files: number
  readonly megabytes: number
  /** As a server sends them. */
  readonly compressed: number
  readonly largest: { readonly name: string; readonly megabytes: number }
}

export interface Report {
  readonly components: number
  readonly rounds: number
  /** Processes that waited for a processor, one minute's mean: before each round. */
  readonly loads: readonly number[]
  readonly ours: Cost
  readonly bare: Cost
  /** A bare build of the pages alone, which carries no other file. */
  readonly barePages: Cost
  readonly loaders: Cost
  readonly drawings: { readonly count: number; readonly seconds: number }
  readonly pages: Size
  /** Files to download. */
  readonly data: Size
  readonly assets: Size
  /** Files whose bytes were not those of the first round. */
  readonly changed: readonly string[]
}

const TARGETS = {
  ratio: 1.5,
  seconds: 40,
  megabytes: 700,
  loaderSeconds: 60,
  loaderMegabytes: 1024,
  outputMegabytes: 60,
  fileMegabytes: 1,
} as const

interface Line {
  readonly what: string
  readonly found: string
  readonly target?: string
  readonly isMet?: boolean
}

/** Lines of a table in Markdown. */
export function tableOf(report: Report): string {
  const lines = linesOf(report).map(({ what, found, target = '', isMet }) => [
    ...[what, found, target],
    isMet === undefined ? '' : isMet ? 'met' : 'MISSED',
  ])
  return [['', 'found', 'target', ''], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** The budgets of the build; those of the output are told, and hold for the pages only. */
export function isMet(report: Report): boolean {
  return linesOf(report).every((line) => line.isMet !== false)
}

function linesOf(report: Report): readonly Line[] {
  const { ours, bare, barePages, loaders, drawings, pages, data, assets } = report
  const ratio = ours.cpu / bare.cpu
  return [
    {
      what: 'processor beside a bare build of the same files',
      found: ratio.toFixed(2),
      target: String(TARGETS.ratio),
      isMet: ratio <= TARGETS.ratio,
    },
    { what: 'the same by the clock', found: (ours.wall / bare.wall).toFixed(2) },
    { what: 'processor beside a bare build of the pages alone', found: (ours.cpu / barePages.cpu).toFixed(2) },
    {
      what: 'build with its search index',
      found: told(ours),
      target: `${TARGETS.seconds} s`,
      isMet: ours.cpu <= TARGETS.seconds,
    },
    { what: 'bare build of the same files', found: told(bare) },
    { what: 'bare build of the pages alone', found: told(barePages) },
    most('memory of the build', { found: ours.megabytes, target: TARGETS.megabytes }),
    { what: 'memory of the bare build', found: `${bare.megabytes.toFixed(0)} MB` },
    {
      what: 'loaders of all pages, internal',
      found: told(loaders),
      target: `${TARGETS.loaderSeconds} s`,
      isMet: loaders.cpu <= TARGETS.loaderSeconds,
    },
    most('memory of the loaders', { found: loaders.megabytes, target: TARGETS.loaderMegabytes }),
    { what: `drawing of ${drawings.count} figures as SVG`, found: `${drawings.seconds.toFixed(2)} s of the processor` },
    ...sizes('pages', pages),
    ...sizes('files to download', data),
    ...sizes('styles, scripts, fonts', assets),
    {
      what: `the same bytes ${report.rounds} times, in other folders and time zones`,
      found: report.changed.length === 0 ? 'yes' : `no: ${report.changed.slice(0, 5).join(', ')}`,
      target: 'yes',
      isMet: report.changed.length === 0,
    },
  ]
}

function sizes(what: string, { files, megabytes, compressed, largest }: Size): readonly Line[] {
  return [
    {
      what,
      found: `${files}, ${megabytes.toFixed(1)} MB, compressed ${compressed.toFixed(1)} MB`,
      ...(what === 'pages' ? { target: `${TARGETS.outputMegabytes} MB` } : {}),
    },
    {
      what: `largest of the ${what}`,
      found: `${largest.megabytes.toFixed(2)} MB, ${largest.name}`,
      target: `${TARGETS.fileMegabytes} MB`,
      ...(what === 'pages' ? { isMet: largest.megabytes <= TARGETS.fileMegabytes } : {}),
    },
  ]
}

function most(what: string, { found, target }: { readonly found: number; readonly target: number }): Line {
  return { what, found: `${found.toFixed(0)} MB`, target: `${target} MB`, isMet: found <= target }
}

export function told(cost: Cost): string {
  return `${cost.cpu.toFixed(1)} s of the processor, ${cost.wall.toFixed(1)} s of the clock, ${cost.megabytes.toFixed(0)} MB`
}
