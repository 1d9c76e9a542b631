import { proseTexts } from '#data/model/prose.ts'
import { looksLikePerson } from '#data/model/roles.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Assessment } from '#policies/ggi/assessment.ts'
import type { Method } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { declarationIn, scorecardIn } from '#policies/ggi/scorecard.ts'
import { type Config, loadConfig } from '../config.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { GOVERNANCE_WORDS } from '../reporters/governance-words.ts'
import { type Governance, loadAssessment } from './load-assessment.ts'
import { readScorecards, type ScorecardFile } from './scorecard-files.ts'

/** How governance stands today, and all that is needed to say so. */
export interface Looked {
  readonly config: Config
  readonly method: Method
  readonly language: Language
  readonly governance: Governance
}

/** Reads scorecards and measures; warns of what reads like a person, and of points that are no more. */
export async function look({ io, options }: { readonly io: Io; readonly options: CommonOptions }): Promise<Looked> {
  const method = governanceMethod()
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const files = await readScorecards(config, method)
  warnOf(files, { io, language })
  const asOf = io.now().toISOString().slice(0, 10)
  const { assessment, ...governance } = await loadAssessment({ config, method, files, asOf })
  return { config, method, language, governance: { ...governance, assessment: assessmentIn(assessment, language) } }
}

/** What people wrote in scorecards, in the language of the answer where they did. */
function assessmentIn({ activities, ...assessment }: Assessment, language: Language): Assessment {
  return {
    ...assessment,
    activities: activities.map(({ scorecard, points, ...activity }) => {
      const card = scorecard && scorecardIn(scorecard, language)
      return {
        ...{ ...activity, scorecard: card, owner: card?.owner },
        points: points.map((point) => ({
          ...point,
          declared: point.declared && declarationIn(point.declared, language),
        })),
      }
    }),
  }
}

function warnOf(files: readonly ScorecardFile[], { io, language }: { io: Io; language: Language }): void {
  const words = GOVERNANCE_WORDS[language]
  const cards = files.map(({ scorecard }) => scorecard)
  const roles = cards.flatMap(({ owner, declared }) => [
    ...(owner === undefined ? [] : [owner]),
    ...Object.values(declared).map(({ by }) => by),
  ])
  for (const role of new Set(roles.flatMap(proseTexts).filter(looksLikePerson))) io.err(`${words.person(role)}\n`)
  for (const { retired, file } of cards) {
    if (retired.length > 0) io.err(`${words.retired(retired.join(', '), file)}\n`)
  }
}
