/** What an issue of the board says, by the fields of the template it was made from. */
interface Sections {
  readonly scope: string | undefined
  readonly why: string | undefined
  readonly notes: string | undefined
  readonly objectives: readonly { readonly text: string; readonly done: boolean }[]
}

interface Part {
  readonly heading: string
  readonly text: string
}

const TASK = /^\s*[-*+]\s+\[([ xX])\]\s+(.+)$/u

/** Words that the headings of the template have in the languages of the handbook, before their order decides. */
const HEADINGS = {
  scope: /custom|personnalis|angepasst|personali[sz]/iu,
  why: /opportunit|opportunité|chance|oportunidad|oportunidade/iu,
  objectives: /objecti|ziele|obietti/iu,
  tools: /tool|outil|werkzeug|herramienta|ferramenta|strumenti/iu,
  notes: /note|notas|hinweis|anmerkung/iu,
} as const

/**
 * Reads the body of an issue. A translated body keeps the order of the template: the part with tasks is that of the
 * objectives, the two before it are scope and reasons, the two behind it tools and notes.
 */
export function boardSections(body: string): Sections {
  const parts = partsOf(body)
  const tasked = parts.findIndex(({ text }) => text.split('\n').some((line) => TASK.test(line)))
  const at = (offset: number) => (tasked < 0 ? undefined : parts[tasked + offset])
  const find = (form: RegExp, fallback: Part | undefined) => parts.find(({ heading }) => form.test(heading)) ?? fallback
  const isOther = (part: Part | undefined) =>
    part !== undefined && Object.values(HEADINGS).some((form) => form.test(part.heading))
  const unlessOther = (part: Part | undefined) => (isOther(part) ? undefined : part)
  const tools = find(HEADINGS.tools, unlessOther(at(1)))
  const notes = find(HEADINGS.notes, unlessOther(at(2)))
  const told = [tools, notes].flatMap((part) => (part === undefined || part.text === '' ? [] : [part.text]))
  return {
    scope: find(HEADINGS.scope, unlessOther(at(-2)))?.text || undefined,
    why: find(HEADINGS.why, unlessOther(at(-1)))?.text || undefined,
    notes: told.length === 0 ? undefined : told.join('\n\n'),
    objectives: parts.flatMap(({ text }) => tasksIn(text)),
  }
}

function tasksIn(text: string) {
  return text.split('\n').flatMap((line) => {
    const [, mark, task] = TASK.exec(line) ?? []
    return task === undefined ? [] : [{ text: task.trim(), done: mark !== ' ' }]
  })
}

/**
 * Each heading with what stands below it, up to the line that parts the template from the text of the handbook. Comments,
 * and names of people that the host would notify, are left out.
 */
function partsOf(body: string): readonly Part[] {
  const parts: { heading: string; lines: string[] }[] = []
  for (const line of body
    .replaceAll('\r\n', '\n')
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .split('\n')) {
    if (/^-{3,}\s*$/u.test(line)) break
    const heading = /^#{1,6}\s+(.+)$/u.exec(line)?.[1]
    if (heading !== undefined) parts.push({ heading, lines: [] })
    else parts.at(-1)?.lines.push(withoutPeople(line))
  }
  return parts.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
}

/** Names that the host would notify, and mail addresses, become a mark. */
export function withoutPeople(line: string): string {
  return line.replaceAll(/\S+@\S+\.\S+|(?<![\w/])@[\w-]+(?:\/[\w-]+)?/gu, '…')
}
