import { SaxesParser } from 'saxes'
import type { ExtractionProblem } from './extractor.ts'

/** One unit of an XLIFF document, 1.2 or 2.x. */
export interface XliffUnit {
  /** What the file element is about: `original`. */
  readonly original: string
  /** `resname` (1.2) or `name` (2.x), else its id. */
  readonly key: string
  readonly language: string
  readonly target: string | null
  readonly line: number
}

export type ReadXliff =
  | { readonly ok: true; readonly units: readonly XliffUnit[] }
  | { readonly ok: false; readonly problem: ExtractionProblem }

const MOST_UNITS = 200_000

/** Reads the targets of a document; what stands for a placeholder becomes the placeholder again. */
export function readXliff(text: string): ReadXliff {
  const parser = new SaxesParser()
  const reading = new Reading()
  let problem: ExtractionProblem | undefined
  parser.on('error', ({ message }) => {
    problem ??= { code: 'xml-malformed', message, line: parser.line, column: parser.column }
  })
  parser.on('opentag', ({ name, attributes }) => reading.open(local(name), { attributes, line: parser.line }))
  parser.on('text', (found) => reading.text(found))
  parser.on('cdata', (found) => reading.text(found))
  parser.on('closetag', ({ name }) => reading.close(local(name)))
  for (let at = 0; at < text.length && problem === undefined; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (problem === undefined) parser.close()
  if (problem !== undefined) return { ok: false, problem }
  if (reading.isForeign)
    return { ok: false, problem: { code: 'not-xliff', message: 'The root is not xliff 1.2 or 2.x.' } }
  if (reading.units.length > MOST_UNITS)
    return { ok: false, problem: { code: 'too-large', message: `More than ${MOST_UNITS} units.` } }
  return { ok: true, units: reading.units }
}

interface Tag {
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

interface Draft {
  readonly key: string
  readonly line: number
  target: string | null
}

class Reading {
  readonly units: XliffUnit[] = []
  isForeign = false
  #language = ''
  #original = ''
  #unit: Draft | undefined
  #isInTarget = false
  readonly #data = new Map<string, string>()
  #dataId: string | undefined
  #depth = 0
  readonly #inlines: { readonly code: string | undefined; readonly before: number }[] = []

  open(name: string, { attributes, line }: Tag): void {
    if (this.#depth++ === 0) this.isForeign = name !== 'xliff' || !/^(?:1\.2|2\.\d)$/u.test(attributes.version ?? '')
    if (name === 'xliff') this.#language = attributes.trgLang ?? ''
    else if (name === 'file') this.#file(attributes)
    else if (name === 'trans-unit') this.#unit = { key: attributes.resname ?? attributes.id ?? '', line, target: null }
    else if (name === 'unit') this.#unit = { key: attributes.name ?? attributes.id ?? '', line, target: null }
    else if (name === 'data') this.#dataId = attributes.id
    else if (name === 'target' && this.#unit !== undefined) {
      this.#isInTarget = true
      // Segments of one unit are one text.
      this.#unit.target ??= ''
    } else if (this.#isInTarget) this.#inline(attributes)
  }

  text(found: string): void {
    if (this.#dataId !== undefined) this.#data.set(this.#dataId, (this.#data.get(this.#dataId) ?? '') + found)
    else if (this.#isInTarget && this.#unit !== undefined) this.#unit.target = (this.#unit.target ?? '') + found
  }

  close(name: string): void {
    this.#depth--
    if (name === 'target') this.#isInTarget = false
    else if (this.#isInTarget) this.#endInline()
    else if (name === 'data') this.#dataId = undefined
    else if (name === 'originalData') return
    else if ((name === 'trans-unit' || name === 'unit') && this.#unit !== undefined) {
      this.units.push({ original: this.#original, language: this.#language, ...this.#unit })
      this.#unit = undefined
      this.#data.clear()
    }
  }

  #file(attributes: Tag['attributes']): void {
    this.#original = attributes.original ?? attributes.id ?? ''
    this.#language = attributes['target-language'] ?? this.#language
  }

  /** An element stands for code: its own text, else an attribute, or the data of the unit. */
  #inline(attributes: Tag['attributes']): void {
    const reference = attributes.dataRef
    const code = attributes['equiv-text'] ?? (reference === undefined ? attributes.equiv : this.#data.get(reference))
    this.#inlines.push({ code, before: this.#unit?.target?.length ?? 0 })
  }

  #endInline(): void {
    const inline = this.#inlines.pop()
    if (inline?.code !== undefined && (this.#unit?.target?.length ?? 0) === inline.before) this.text(inline.code)
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
