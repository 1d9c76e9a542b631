import type { Entry } from '#data/model/source.ts'
import type { Outcome } from '#data/model/vocabulary.ts'
import type { Waiver } from '#policies/rule.ts'
import type { Files } from '../component.ts'
import type { SourceSketch } from '../source.ts'

/** One situation and what a rule must say of it. */
export interface Case {
  readonly name: string
  readonly files: Files
  /** `owner/name`; null when nothing says so; the conforming plugin's when left out. */
  readonly repository?: string | null
  /** What git says; a source that cannot know when left out. */
  readonly git?: Omit<SourceSketch, 'repository'>
  /** Of every file; UTF-8 when left out. */
  readonly encoding?: 'latin1'
  readonly inherited?: readonly Entry[]
  readonly waivers?: readonly Waiver[]
  readonly expect: Outcome
  /** `message`, `message severity` or `message path:line`, one for each finding, in order. */
  readonly findings?: readonly string[]
}

/** Cases by code of the rule. */
export type Cases = Readonly<Record<string, readonly Case[]>>
