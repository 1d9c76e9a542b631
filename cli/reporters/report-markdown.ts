import type { ToldItem } from '#data/report/telling/tell-changes.ts'
import type { ToldIndicator } from '#data/report/telling/tell-indicator.ts'
import type { Told, ToldPart, ToldSection } from '#data/report/telling/tell-report.ts'
import { markdownLine, markdownRow } from './blocks.ts'

/** A report as Markdown, with everything that the page says. */
export function reportMarkdown({ title, finding, lead, sections }: Told): string {
  const head = [`# ${markdownLine(title)}`, '', ...(finding === title ? [] : [`**${markdownLine(finding)}.**`, ''])]
  return `${[...head, ...lead.flatMap((line) => [markdownLine(line), '']), ...sections.flatMap(section)].join('\n').trimEnd()}\n`
}

function section({ title, parts }: ToldSection): readonly string[] {
  return [
    `## ${markdownLine(title)}`,
    '',
    ...parts.flatMap((part, index) => [...lines(part), ...(isList(part) && isList(parts[index + 1]) ? [] : [''])]),
  ]
}

/** Lists that follow each other are one. */
function isList(part: ToldPart | undefined): boolean {
  return part?.kind === 'cases'
}

function lines(part: ToldPart): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [markdownLine(part.text)]
    case 'note':
      return [`*${markdownLine(part.text)}*`]
    case 'cases':
      return [
        `- ${markdownLine(part.text)}`,
        ...[...part.items.map(itemText), ...(part.rest === null ? [] : [markdownLine(part.rest)])].map(
          (text) => `  - ${text}`,
        ),
      ]
    case 'matters':
      return part.items.flatMap(({ head, outcome, reason, names }) => [
        `- **${markdownLine(head)}** ${markdownLine([outcome?.text ?? '', reason].join(' ').trim())}`,
        ...names.map((name) => `  - ${markdownLine(name)}`),
      ])
    case 'indicators':
      return tabled(
        part.head,
        part.rows.map(({ title, detail, value, dated, stateWord, change }) => [
          `${title} (${detail})`,
          ...[value, dated, stateWord, change],
        ]),
        1,
      )
    case 'series':
      return [`### ${markdownLine(part.title)}`, '', ...part.rows.flatMap(seriesLines)]
    case 'table':
      return tabled(part.head, part.rows, part.words)
  }
}

/** Series end in different months: each says its own. */
function seriesLines({ title, months }: ToldIndicator): readonly string[] {
  const [first, last] = [months[0]?.title ?? '', months.at(-1)?.title ?? '']
  return [
    `- ${markdownLine(`${title} (${first} – ${last})`)}`,
    `  - ${markdownLine(months.map(({ value }) => value).join(' · '))}`,
  ]
}

function tabled(head: readonly string[], rows: readonly (readonly string[])[], words: number): readonly string[] {
  if (rows.length === 0) return []
  return [head, head.map((_, index) => (index < words ? '---' : '--:')), ...rows].map(markdownRow)
}

function itemText({ day, text }: ToldItem): string {
  return day === null ? markdownLine(text) : `**${markdownLine(day)}** ${markdownLine(text)}`
}
