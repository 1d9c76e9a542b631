import { applyEdits, type Edit, type Obstacle, sortEdits } from '#collectors/workdir/apply-edits.ts'
import { decodeText } from '#data/facts/decode.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type FileEdit, mend } from '#policies/mend.ts'
import type { Io } from '../io.ts'
import { nameOf, printable } from '../reporters/lint.ts'
import type { OpenSubject } from './open-subject.ts'

/** How `--fix` goes about it. */
export interface Fixing {
  /** Show, and write nothing. */
  readonly isDry: boolean
  /** Write over uncommitted work, too. */
  readonly isForced: boolean
  readonly language: Language
  readonly hasColor: boolean
  readonly signal: AbortSignal
  show(text: string): void
}

interface Judged {
  readonly opened: OpenSubject
  readonly report: SubjectReport
  judge(opened: OpenSubject): Promise<SubjectReport>
}

/** On a build server nobody looks at what is written: there it is a rehearsal unless the user said otherwise. */
export function isRehearsal(asked: boolean | undefined, env: Io['env']): boolean {
  return asked ?? !['', '0', 'false'].includes(env.CI?.toLowerCase() ?? '')
}

/** Mends what is certain in a checkout, shows it, and answers how it stands then: what remains. */
export async function fix({ opened, report, judge }: Judged, fixing: Fixing): Promise<SubjectReport> {
  const { checkout, reopen } = opened
  if (checkout === undefined || reopen === undefined) {
    throw new UsageFailure('fix-needs-checkout', `${report.subject} is no checkout: there is nothing to write into.`, {
      hint: 'Leave --fix out, or give the folder of a checkout.',
    })
  }
  const edits = await mend(report, { source: opened.source, judge: (source) => judge({ ...opened, source }) })
  const place = { root: checkout, isForced: fixing.isForced, signal: fixing.signal }
  const files = edits.map((edit): Edit & FileEdit => edit)
  const { written, left } = fixing.isDry ? await sortEdits(files, place) : await applyEdits(files, place)
  const told = new Map<Edit, Obstacle | undefined>([
    ...written.map((edit) => [edit, undefined] as const),
    ...left.map(({ edit, obstacle }) => [edit, obstacle] as const),
  ])
  const show = await shower(fixing)
  for (const edit of files) show(edit, told.get(edit))
  fixing.show(summary(nameOf(report), { files, told, fixing }))
  if (fixing.isDry || written.length === 0) return report
  const again = await reopen()
  const after = await judge(again)
  await again.source.close?.()
  return after
}

const WORDS = {
  fr: {
    left: {
      uncommitted: 'laissé, modifications non validées (--force)',
      changed: 'laissé, autre sur le disque que ce qui a été lu',
      unwritable: 'laissé, le disque refuse',
    },
    nothing: 'rien à corriger automatiquement',
    findings: (count: number) => frenchCount(count, 'constat'),
    files: (count: number) => frenchCount(count, 'fichier'),
    done: (findings: string, files: string) => `corrigé : ${findings}, ${files}`,
    dry: (findings: string, files: string) =>
      `corrigible : ${findings}, ${files} ; répétition, rien n’est écrit (--no-dry-run)`,
  },
  en: {
    left: {
      uncommitted: 'left, uncommitted changes (--force)',
      changed: 'left, other on disk than what was read',
      unwritable: 'left, the disk refuses',
    },
    nothing: 'nothing to mend automatically',
    findings: (count: number) => englishCount(count, 'finding'),
    files: (count: number) => englishCount(count, 'file'),
    done: (findings: string, files: string) => `mended: ${findings}, ${files}`,
    dry: (findings: string, files: string) =>
      `can be mended: ${findings}, ${files}; rehearsal, nothing is written (--no-dry-run)`,
  },
} as const satisfies Record<Language, object>

async function shower({ language, hasColor, show }: Fixing) {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
  return ({ entry, before, after, findings }: FileEdit, obstacle: Obstacle | undefined): void => {
    const path = printable(entry.path)
    const codes = [...new Set(findings.map(({ code }) => code))].join(', ')
    const heading = [path, codes, ...(obstacle === undefined ? [] : [WORDS[language].left[obstacle]])].join('  ')
    const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, shown(before), shown(after), undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    })
    show(`${heading}\n${obstacle === undefined ? painted(patch, hasColor) : ''}\n`)
  }
}

/** Bytes as lines of a terminal: line ends are told by the mark of git when they are all that differs. */
function shown(content: Uint8Array): string {
  const text = decodeText(content)?.text ?? ''
  return text
    .split('\n')
    .map((line) => line.replace(/\r$/u, '').split('\t').map(printable).join('\t'))
    .join('\n')
}

const COLORS: Readonly<Record<string, string>> = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' }

function painted(patch: string, hasColor: boolean): string {
  if (!hasColor) return patch
  return patch
    .split('\n')
    .map((line) => (COLORS[line[0] ?? ''] === undefined ? line : `${COLORS[line[0] ?? '']}${line}\u001b[39m`))
    .join('\n')
}

function summary(
  name: string,
  {
    files,
    told,
    fixing,
  }: {
    readonly files: readonly FileEdit[]
    readonly told: ReadonlyMap<Edit, Obstacle | undefined>
    readonly fixing: Fixing
  },
): string {
  const words = WORDS[fixing.language]
  const mended = files.filter((edit) => told.get(edit) === undefined)
  const count = mended.flatMap((edit) => edit.findings).length
  const say = fixing.isDry ? words.dry : words.done
  const said = count === 0 ? words.nothing : say(words.findings(count), words.files(mended.length))
  return `${printable(name)}: ${said}\n\n`
}
