import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import type { Method } from '#policies/ggi/method.ts'
import { readScorecard, type Scorecard } from '#policies/ggi/scorecard.ts'
import type { Config } from '../config.ts'
import { writeWhole } from '../write-whole.ts'

/** A scorecard with where it lies. */
export interface ScorecardFile {
  readonly path: string
  readonly text: string
  readonly scorecard: Scorecard
}

/** Every scorecard of the folder; one `UsageFailure` (`scorecard-invalid`) with all that is wrong in all of them. */
export async function readScorecards(config: Config, method: Method): Promise<readonly ScorecardFile[]> {
  const folder = config.scorecards
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name))
  const read: ScorecardFile[] = []
  const problems: UsageDetail[] = []
  for (const name of names.sort()) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    try {
      const shown = relative(config.folder, path)
      const scorecard = await readScorecard(shown, text, method)
      const other = read.find((one) => one.scorecard.activity === scorecard.activity)
      if (other !== undefined) {
        const message = `${scorecard.activity} has a scorecard already: ${other.scorecard.file}.`
        problems.push({ message, file: shown, line: 1, column: 1 })
      }
      read.push({ path, text, scorecard })
    } catch (error) {
      if (!(error instanceof UsageFailure)) throw error
      problems.push(...error.details)
    }
  }
  if (problems.length === 0) return read
  const count = new Set(problems.map(({ file }) => file)).size
  throw new UsageFailure('scorecard-invalid', `${count} of ${names.length} scorecards cannot be read.`, {
    details: problems,
  })
}

/** Where the scorecard of an activity lies, or would. */
export function scorecardPath(config: Config, activity: string): string {
  return join(config.scorecards, `${activity}.yaml`)
}

export function writeScorecard(config: Config, path: string, text: string): void {
  mkdirSync(config.scorecards, { recursive: true })
  writeWhole(path, text)
}
