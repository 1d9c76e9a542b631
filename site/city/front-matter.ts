import type { UsageDetail } from '#data/model/failures.ts'
import { type OptionProblem, OptionsFailure, type Reader, readOptions } from '#policies/options.ts'
import { openYaml } from '#policies/yaml-document.ts'

export interface Matter<Fields> {
  readonly fields: Fields
  /** Where a field stands, for what is found to be wrong with it later. */
  place(field: string): Omit<UsageDetail, 'message'>
  readonly body: string
  /** Lines of the file above the body. */
  readonly linesAbove: number
}

interface Source<Fields> {
  readonly file: string
  readonly text: string
  readonly reader: Reader<Fields>
}

const MATTER = /^\uFEFF?---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u

/** Reads what stands between `---` and `---` at the head of a Markdown file; undefined after problems were told. */
export async function readMatter<Fields>(
  { file, text, reader }: Source<Fields>,
  problems: UsageDetail[],
): Promise<Matter<Fields> | undefined> {
  const [whole = '', yaml = ''] = MATTER.exec(text) ?? []
  const document = await openYaml(file, yaml)
  if (document.problems.length > 0) {
    problems.push(...document.problems.map((problem) => ({ ...problem, line: (problem.line ?? 1) + 1 })))
    return undefined
  }
  // The YAML starts on the second line of the file.
  const place = (path: OptionProblem['path'], at: OptionProblem['at']) => {
    const { line, column } = document.locate(path, at)
    return { file, line: whole === '' ? 1 : line + 1, column }
  }
  try {
    return {
      fields: readOptions(reader, document.value),
      place: (field) => place([field], 'value'),
      body: text.slice(whole.length),
      linesAbove: whole.split('\n').length - 1,
    }
  } catch (error) {
    if (!(error instanceof OptionsFailure)) throw error
    for (const { path, at, message } of error.problems) {
      const said = path.length === 0 ? message : `${path.join('.')}: ${message}`
      problems.push({ ...place(path, at), message: said })
    }
    return undefined
  }
}
