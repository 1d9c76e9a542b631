import { stringify } from 'csv-stringify/sync'
import type { WorkItem } from '#data/inventory/translations/work-list.ts'
import { escapeMarkup } from '#data/model/markup.ts'

const COLUMNS = ['component', 'bundle', 'key', 'language', 'why', 'en', 'fr', 'present', 'placeholders', 'translation']

/** As spreadsheets in French write it: semicolons, a byte order mark, and nothing that is run as a formula. */
export function workListCsv(items: readonly WorkItem[]): string {
  const rows = items.map(({ component, bundle, key, language, why, en, fr, present, placeholders }) => [
    ...[component, bundle, key, language, why, en, fr ?? '', present ?? '', placeholders.join(' '), ''],
  ])
  return stringify([COLUMNS, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/u,
    escape_formulas: true,
  })
}

/** XLIFF 1.2, which every tool for translators reads; a file element for each bundle. */
export function workListXliff(items: readonly WorkItem[]): string {
  const files = Map.groupBy(items, ({ component, bundle }) => `${component}|${bundle}`)
  const written = [...files].map(([original, units]) => {
    const language = escapeMarkup(units[0]?.language ?? '')
    return [
      `  <file original="${escapeMarkup(original)}" source-language="en" target-language="${language}" datatype="javapropertyresourcebundle">`,
      '    <body>',
      ...units.map(unit),
      '    </body>',
      '  </file>',
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    ...written,
    '</xliff>',
    '',
  ].join('\n')
}

function unit({ key, why, en, fr, present, placeholders }: WorkItem, index: number): string {
  const state = why === 'done' ? 'translated' : 'needs-translation'
  return [
    `      <trans-unit id="${index + 1}" resname="${escapeMarkup(key)}" xml:space="preserve">`,
    `        <source>${marked(en, placeholders)}</source>`,
    `        <target state="${state}">${marked(present ?? '', placeholders)}</target>`,
    ...(fr === null ? [] : [`        <note from="fr">${escapeMarkup(fr)}</note>`]),
    '      </trans-unit>',
  ].join('\n')
}

/** Placeholders become elements that tools do not let anybody edit. */
function marked(text: string, placeholders: readonly string[]): string {
  const codes = placeholders.map((one, index) => ({ one, element: `<ph id="${index + 1}">${escapeMarkup(one)}</ph>` }))
  return codes.reduce((written, { one, element }) => written.replaceAll(escapeMarkup(one), element), escapeMarkup(text))
}
