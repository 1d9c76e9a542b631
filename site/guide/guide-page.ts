import type { UsageDetail } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { choice, optional, record, text } from '#policies/options.ts'
import { day } from '#policies/pack-format.ts'
import { readMatter } from '../city/front-matter.ts'
import { PLACEHOLDER } from '../city/placeholders.ts'
import { GUIDE_PART_IDS, PLACE_NAMES, type TextId } from '../src/routes.ts'
import { GUIDE_BLOCKS } from './guide-blocks.ts'

/** A text of the contributor guide in one language. */
export interface GuidePage {
  readonly id: TextId
  readonly language: Language
  readonly title: string
  readonly lead: string
  /** Last day on which somebody followed it and found it right, `YYYY-MM-DD`. */
  readonly verified: string
  /** Set on one printed sheet, in columns. */
  readonly isSheet: boolean
  /** The organisation's own, in place of ours. */
  readonly isOwn: boolean
  readonly sections: readonly GuideSection[]
}

export interface GuideSection {
  readonly id: string
  readonly title: string
  /** Markdown. */
  readonly text: string
}

type Written = Omit<GuidePage, 'id' | 'language' | 'isOwn'>

interface Desk {
  readonly file: string
  readonly problems: UsageDetail[]
}

const HEAD = record({
  title: text(),
  lead: text('a sentence or two'),
  /** Last day on which somebody followed it and found it right. */
  verified: day(),
  layout: optional(choice(['sheet'])),
})

/** A text of the guide from its file; undefined after a problem that leaves nothing to show. */
export async function readGuidePage(source: string, { file, problems }: Desk): Promise<Written | undefined> {
  const before = problems.length
  const head = await readMatter({ file, text: source, reader: HEAD }, problems)
  if (head === undefined) return undefined
  const lines = head.body.split(/\r?\n/u)
  checkBody(lines, { offset: head.linesAbove, file, problems })
  const sections = sectionsOf(lines)
  if (sections.length === 0) problems.push({ file, message: 'it has no section: a line that begins with "## ".' })
  if (problems.length > before) return undefined
  const { layout, ...fields } = head.fields
  return { ...fields, isSheet: layout === 'sheet', sections }
}

/** A link that has no text, or leads nowhere. */
const EMPTY_LINK = /\[[^\]]*\]\(\s*(?:#|\.|https?:\/\/)?\s*\)|\[\s*\]\([^)]*\)/u
const NAMED_LINK = /\]\((page|part):([^)\s]*)\)/gu
const BLOCK = /^\s*\{\{([a-z-]+)\}\}\s*$/u

function checkBody(lines: readonly string[], { offset, file, problems }: Desk & { readonly offset: number }): void {
  const isCode = fences(lines)
  for (const [index, line] of lines.entries()) {
    const place = { file, line: offset + index + 1 }
    const block = BLOCK.exec(line)?.[1]
    if (block !== undefined && !GUIDE_BLOCKS.some((one) => one === block))
      problems.push({ ...place, message: `there is nothing called {{${block}}}.${suggestion(block, GUIDE_BLOCKS)}` })
    if (isCode[index] === true) continue
    const left = PLACEHOLDER.exec(line)?.[0]
    if (left !== undefined) problems.push({ ...place, message: `"${left}" was left behind.` })
    if (EMPTY_LINK.test(line)) problems.push({ ...place, message: 'a link leads nowhere or has no text.' })
    for (const [, kind, name = ''] of line.matchAll(NAMED_LINK)) {
      const names: readonly string[] = kind === 'page' ? PLACE_NAMES : GUIDE_PART_IDS
      if (!names.includes(name)) problems.push({ ...place, message: `no ${kind} "${name}".${suggestion(name, names)}` })
    }
  }
}

/** Whether each line is in a block of code. */
function fences(lines: readonly string[]): readonly boolean[] {
  let isOpen = false
  return lines.map((line) => {
    const isFence = /^\s*(?:```|~~~)/u.test(line)
    if (isFence) isOpen = !isOpen
    return isOpen || isFence
  })
}

/** Cut at the headings of the second level; what stands before the first one is part of none and left out. */
function sectionsOf(lines: readonly string[]): readonly GuideSection[] {
  const isCode = fences(lines)
  const starts = lines.flatMap((line, index) => (isCode[index] !== true && line.startsWith('## ') ? [index] : []))
  const taken = new Set<string>()
  return starts.map((start, index) => {
    const title = (lines[start] ?? '').slice(3).trim()
    return {
      id: freeId(title, taken),
      title,
      text: lines
        .slice(start + 1, starts[index + 1])
        .join('\n')
        .trim(),
    }
  })
}

function freeId(title: string, taken: Set<string>): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const base = plain.replace(/[^a-z\d]+/gu, '-').replace(/^-|-$/gu, '') || 'section'
  let id = base
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
  taken.add(id)
  return id
}
