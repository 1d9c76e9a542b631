import type { SubjectReport } from '#data/model/lint.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { workingCalendar } from '#data/model/working-days.ts'
import { conformityOf } from '#policies/conformity.ts'
import { builtinPacks, findRule } from '#policies/registry.ts'
import { hasRepair } from '#policies/repairs/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { waiversEnding } from '#policies/waivers-ending.ts'
import { rulePath } from '#site/places.ts'
import type { Config } from '../config.ts'
import { printable, type ReportContext, type Verdict } from '../reporters/lint.ts'
import { verdictSentence } from '../reporters/words.ts'
import { toolVersion } from '../version.ts'
import type { Compared } from './baseline.ts'

interface Telling {
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly language: Language
  readonly all: boolean
  readonly isVerbose: boolean
  readonly hasColor: boolean
  readonly columns: number | undefined
  readonly baseline: Compared | undefined
  /** Judged by all rules: only then a verdict can be told. */
  readonly isWhole: boolean
  readonly hidden: number
  readonly asOf: string
}

/** What reporters are handed beside the report. */
export function reportContext(telling: Telling): ReportContext {
  const { config, packs, language, all, isVerbose, hasColor, columns, baseline, hidden } = telling
  const known = new Map<string, ReturnType<ReportContext['rule']>>()
  return {
    ...{ language, all, isVerbose, hasColor, columns, baseline, hidden },
    toolVersion: toolVersion(),
    sentence: (finding) => printable(sentence(finding, language)),
    rule(code) {
      // Asked for each finding; there are a thousand times as many as rules.
      const words = known.get(code) ?? wordsOf(code, telling)
      known.set(code, words)
      return words
    },
    verdicts: (subject) => (telling.isWhole && subject.change === undefined ? verdictsOn(subject, telling) : []),
    isAutomatic: hasRepair,
    waiversEnding({ asOf, subjects }) {
      const repositories = subjects.flatMap(({ repository }) => repository ?? [])
      return waiversEnding(packs, { asOf, repositories })
    },
    promise(asOf) {
      if (config.promise === undefined) return undefined
      const { workingDays, contact } = config.promise
      return {
        workingDays,
        by: workingCalendar(config.calendar).after(asOf, workingDays),
        contact: contact?.[language],
      }
    },
  }

  function wordsOf(code: string, { config: { site } }: Telling) {
    const found = findRule(code, packs) ?? findRule(code)
    // An outcome has the rule that it came from among the packs.
    if (found === undefined) throw new Error(`There is no rule "${code}".`)
    const { rule, pack } = found
    const url = rule.references.find((reference) => reference.url !== undefined)?.url ?? pack.policy.url
    return {
      title: rule.title[language],
      question: rule.question[language],
      rationale: rule.prose.why[language].trim(),
      remediation: rule.prose.fix[language].trim(),
      url,
      guide: site.url === undefined ? url : guideAddress(site.url, code, language),
      severity: rule.severity,
      confidence: rule.confidence,
    }
  }
}

function guideAddress(base: string, code: string, language: Language): string {
  return `${base.replace(/\/+$/u, '')}/${rulePath(code, language)}`
}

function verdictsOn(subject: SubjectReport, { packs, language, asOf }: Telling): readonly Verdict[] {
  return conformityOf(subject, packs).map(({ pack, state, codes }) => {
    const isOurs = builtinPacks().some(({ digest }) => digest === pack.digest)
    const version = isOurs ? toolVersion() : pack.digest.slice(0, 8)
    const about = { title: pack.title[language], name: `${pack.id} ${version}`, asOf, state, codes }
    return { pack: pack.id, version, digest: pack.digest, state, codes, sentence: verdictSentence(about, language) }
  })
}
