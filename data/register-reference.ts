import type { Field, FieldType, Register } from './model/register.ts'
import { registerColumns } from './model/register-columns.ts'
import { affiliationRegister } from './model/registers/affiliations.ts'
import { optInRegister } from './model/registers/opt-ins.ts'
import { REGISTERS } from './model/registers/registry.ts'

/** What people may keep by hand, field by field: the page of documentation, as Markdown. */
export function registerReference(): string {
  const registers = [...REGISTERS, affiliationRegister, optInRegister]
  return [INTRO, ...registers.map(registerPage)].join('\n')
}

const INTRO = `# Registers

Generated from what reads them by \`npm run docs\`. A register is a table that people keep by hand, in a file of their choice
that \`parvis.yaml\` names:

\`\`\`yaml
registers:
  services: registers/services.csv
  needs: registers/needs.yaml
\`\`\`

As YAML it is a list of mappings; the first line \`# yaml-language-server: $schema=…/cli/schemas/register-services.json\` lets an
editor help. As CSV it has the columns below, in any order, separated by \`;\`, \`,\` or tabs, in UTF-8, UTF-16 or the code page of
Windows; a list stands in one cell between \`|\`; days may be written \`31/03/2026\`, numbers \`1 234,5\`, flags \`oui\` or \`non\`.
Of a file with mistakes the good lines are taken and every mistake is told with line and column (of a CSV, the column is its number);
of \`affiliations\` and \`opt-ins\`, nothing is taken then.
`

function registerPage(register: Register): string {
  const { id, title, summary, audience, key, fields } = register
  const rows = Object.entries(fields).map(([name, field]) => fieldRow(name, field))
  return [
    `## ${id}`,
    '',
    `**${title.en} · ${title.fr}.** ${summary.en} *${summary.fr}*`,
    '',
    ...(audience === 'internal' ? ['Internal: no line of it is ever published.', ''] : []),
    `One line for each ${key.map((name) => `\`${name}\``).join(', ')}.`,
    '',
    '| Field | Holds | Required | What to write | À y écrire |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'As CSV:',
    '',
    '```csv',
    registerColumns(register).join(';'),
    '```',
    '',
  ].join('\n')
}

function fieldRow(name: string, { type, isList, isRequired, help, audience }: Field): string {
  const holds = `${isList ? 'list of ' : ''}${KINDS[type.kind](type)}${audience === 'internal' ? ', internal' : ''}`
  const cells = [`\`${name}\``, holds, isRequired ? 'yes' : '', help.en, help.fr]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const KINDS: { readonly [Kind in FieldType['kind']]: (type: FieldType) => string } = {
  text: () => 'text',
  prose: () => 'text, or one in `fr` and one in `en`',
  bilingual: () => 'text in `fr` and `en`',
  day: () => 'day',
  flag: () => 'true or false',
  count: () => 'whole number',
  number: () => 'number',
  address: () => 'web address',
  language: () => 'language tag',
  choice: (type) => (type.kind === 'choice' ? type.of.map((one) => `\`${one}\``).join(', ') : ''),
  component: () => '`owner/name`, or the name of a component or assembly',
  reference: (type) => (type.kind === 'reference' ? `\`id\` of ${type.to}` : ''),
}
