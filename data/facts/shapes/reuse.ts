import type { SpdxReading } from './spdx.ts'

/** What one file says of itself in the tags of REUSE. */
export interface ReuseTags {
  readonly hasCopyright: boolean
  /** Expressions behind `SPDX-License-Identifier:`, each text once, at most 50. */
  readonly licenses: readonly (SpdxReading & { readonly line: number })[]
}

export const PRECEDENCES = ['closest', 'aggregate', 'override'] as const
export type Precedence = (typeof PRECEDENCES)[number]

/** What one table of a `REUSE.toml`, or one paragraph of a `.reuse/dep5`, says of the files that it names. */
export interface ReuseAnnotation {
  /** Forms of paths from the folder that the file speaks for. */
  readonly paths: readonly ReusePath[]
  readonly precedence: Precedence
  readonly hasCopyright: boolean
  readonly licenses: readonly SpdxReading[]
}

/** A form in pieces: letters that must stand there, `name` (anything without `/`), `any` (anything), `one` (one letter). */
export type ReusePath = readonly (string | { readonly wild: 'name' | 'any' | 'one' })[]

export interface ReuseAnnotations {
  /** In the order of the file: of several that match a path the last one holds. */
  readonly annotations: readonly ReuseAnnotation[]
  /** What is no such file: then nothing of it holds. */
  readonly problem: { readonly reason: string; readonly line: number } | null
}

export interface ReuseAnnotationsOptions {
  readonly format: 'toml' | 'dep5'
}
