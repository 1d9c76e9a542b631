import { parse, TomlError } from 'smol-toml'
import { decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { dep5Path, tomlPath } from './reuse-paths.ts'
import {
  PRECEDENCES,
  type ReuseAnnotation,
  type ReuseAnnotations,
  type ReuseAnnotationsOptions,
} from './shapes/reuse.ts'
import { readSpdx } from './spdx.ts'

/** What speaks for many files at once. A file that is none gives a problem as its fact: rules tell of it. */
export const reuseAnnotations = defineExtractor<ReuseAnnotations, ReuseAnnotationsOptions>({
  id: 'reuse-annotations',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { format }) {
    const text = decodeText(content)?.text
    if (text === undefined) return { ok: false, problem: NOT_TEXT }
    return { ok: true, fact: format === 'toml' ? readToml(text) : { annotations: readDep5(text), problem: null } }
  },
})

function readToml(text: string): ReuseAnnotations {
  try {
    const { version, annotations = [] } = parse(text)
    if (version !== 1) return refused('version is not 1')
    if (!Array.isArray(annotations)) return refused('annotations is no list of tables')
    const read = annotations.map(readTable)
    const problem = read.find((one) => typeof one === 'string')
    if (problem !== undefined) return refused(problem)
    return { annotations: read.filter((one) => typeof one !== 'string'), problem: null }
  } catch (failure) {
    const [reason = ''] = failure instanceof Error ? failure.message.split('\n') : [String(failure)]
    return refused(reason, failure instanceof TomlError ? failure.line : 1)
  }
}

function refused(reason: string, line = 1): ReuseAnnotations {
  return { annotations: [], problem: { reason: reason.slice(0, 200), line } }
}

/** A table, or what is wrong with it. */
function readTable(table: unknown): ReuseAnnotation | string {
  if (typeof table !== 'object' || table === null) return 'an annotation is no table'
  const fields: Readonly<Record<string, unknown>> = { ...table }
  const { path, precedence: written = 'closest' } = fields
  const paths = textsOf(path)
  if (paths.length === 0) return 'an annotation has no path'
  const precedence = PRECEDENCES.find((one) => one === written)
  if (precedence === undefined) return `precedence "${String(written)}" is not ${PRECEDENCES.join(', ')}`
  return {
    paths: paths.map(tomlPath),
    precedence,
    hasCopyright: textsOf(fields['SPDX-FileCopyrightText']).some((one) => one.trim() !== ''),
    licenses: textsOf(fields['SPDX-License-Identifier']).map(readSpdx),
  }
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((one) => typeof one === 'string')
}

/** Paragraphs with `Files:`, `Copyright:` and `License:`; indented lines go on with the field before them. */
function readDep5(text: string): readonly ReuseAnnotation[] {
  return text.split(/\r?\n(?:[ \t]*\r?\n)+/u).flatMap((paragraph): ReuseAnnotation[] => {
    const fields = new Map<string, string>()
    for (const line of paragraph.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
      const colon = line.indexOf(':')
      if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
    }
    const files = fields.get('files') ?? ''
    if (files === '') return []
    const license = fields.get('license') ?? ''
    return [
      {
        paths: files.split(/[ \t]+/u).map(dep5Path),
        precedence: 'aggregate',
        hasCopyright: (fields.get('copyright') ?? '') !== '',
        licenses: license === '' ? [] : [readSpdx(license)],
      },
    ]
  })
}
