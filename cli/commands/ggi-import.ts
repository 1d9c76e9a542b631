import { relative } from 'node:path'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type BoardImport, type Draft, importBoard } from '#policies/ggi/board.ts'
import { newScorecard } from '#policies/ggi/edit-scorecard.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { readScorecard } from '#policies/ggi/scorecard.ts'
import { loadConfig } from '../config.ts'
import { readBoard } from '../governance/read-board.ts'
import { readScorecards, scorecardPath, writeScorecard } from '../governance/scorecard-files.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import type { Session } from '../session.ts'

interface ImportOptions extends CommonOptions {
  readonly owner?: string
  readonly dryRun?: boolean
}

const WORDS = {
  fr: {
    owner: 'À désigner',
    would: (file: string) => `${file} : serait écrit.`,
    written: (file: string) => `${file} : écrit.`,
    kept: (activity: string) => `${activity} : sa fiche existe déjà, elle reste comme elle est.`,
    why: {
      'no-activity': 'aucune activité reconnue',
      twice: 'activité déjà reprise',
      'no-state': 'état inconnu, repris comme non retenu',
    },
    done: (count: number, unplaced: number) =>
      `${frenchCount(count, 'fiche reprise', 'fiches reprises')}, ${frenchCount(unplaced, 'point')} à regarder.`,
  },
  en: {
    owner: 'To be named',
    would: (file: string) => `${file}: would be written.`,
    written: (file: string) => `${file}: written.`,
    kept: (activity: string) => `${activity}: has a scorecard already, which stays as it is.`,
    why: {
      'no-activity': 'no activity recognised',
      twice: 'activity taken over already',
      'no-state': 'state unknown, taken for not selected',
    },
    done: (count: number, unplaced: number) =>
      `${englishCount(count, 'scorecard')} taken over, ${englishCount(unplaced, 'thing')} to look at.`,
  },
} as const satisfies Record<Language, object>

/** Takes a My GGI Board over into scorecards; what is there already stays as it is. */
export async function importFromBoard({
  io,
  options,
  paths,
}: Session & { options: ImportOptions; paths: readonly string[] }) {
  const method = governanceMethod()
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const words = WORDS[language]
  const held = await readScorecards(config, method)
  const taken: BoardImport = importBoard(readBoard(paths, io.cwd), method)
  const owner = options.owner ?? words.owner
  const made: { path: string; text: string }[] = []
  for (const draft of taken.drafts) {
    if (held.some(({ scorecard }) => scorecard.activity === draft.activity)) {
      io.err(`${words.kept(draft.activity)}\n`)
      continue
    }
    const path = scorecardPath(config, draft.activity)
    const text = await newScorecard(fieldsOf(draft, owner), { method, language })
    await readScorecard(relative(config.folder, path), text, method)
    made.push({ path, text })
  }
  for (const { path, text } of made) {
    if (options.dryRun !== true) writeScorecard(config, path, text)
    const shown = relative(config.folder, path)
    io.out(`${options.dryRun === true ? words.would(shown) : words.written(shown)}\n`)
  }
  for (const { what, why } of taken.unplaced) io.err(`${what.slice(0, 100)}: ${words.why[why]}\n`)
  io.err(`${words.done(made.length, taken.unplaced.length)}\n`)
}

/** An activity at work needs somebody who answers for it; the board has logins only, which are not taken over. */
function fieldsOf({ objectives, activity, state, started, closed, scope, why, notes }: Draft, owner: string) {
  return {
    ...{ activity, state, owner: state === 'not-selected' ? undefined : owner },
    ...{ started, closed: started !== undefined && closed !== undefined && closed < started ? started : closed },
    ...{ scope, why, notes, objectives: objectives.length === 0 ? undefined : objectives },
  }
}
