import type { Language } from '#data/model/vocabulary.ts'
import type { CitySheet } from '../inventory/load-sheet.ts'
import { percent } from './translation-words.ts'

/** The sheet as Markdown: a title, a table of keys, lists. */
export function sheetMarkdown(sheet: CitySheet, language: Language): string {
  const { title, sections } = partsOf(sheet, language)
  const blocks = sections.map(({ heading, rows }) =>
    [
      `## ${heading}`,
      '',
      ...rows.map(([name, value]) => `- **${plain(name)}**${value === '' ? '' : `: ${plain(value)}`}`),
    ].join('\n'),
  )
  return `# ${plain(title)}\n\n${blocks.join('\n\n')}\n`
}

/** The same as one page that prints on A4, without anything from elsewhere. */
export function sheetHtml(sheet: CitySheet, language: Language): string {
  const { title, sections } = partsOf(sheet, language)
  const body = sections.map(
    ({ heading, rows }) =>
      `<h2>${html(heading)}</h2>\n<dl>\n${rows.map(([name, value]) => `<dt>${html(name)}</dt><dd>${html(value)}</dd>`).join('\n')}\n</dl>`,
  )
  const style =
    '@page{size:A4;margin:20mm}body{font:11pt/1.4 serif;max-width:170mm;margin:auto}dt{font-weight:bold}dd{overflow-wrap:anywhere}h2{break-after:avoid}'
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${html(title)}</title><style>${style}</style></head>\n<body>\n<h1>${html(title)}</h1>\n${body.join('\n')}\n</body>\n</html>\n`
}

type Row = readonly [name: string, value: string]

function partsOf(sheet: CitySheet, language: Language) {
  const words = WORDS[language]
  const { whole, offices, trial, uncollected, unmeasured, coverage } = sheet
  const rate = (one: { readonly translated: number; readonly reference: number }) =>
    one.reference === 0 ? words.none : `${one.translated}/${one.reference} (${percent(one)})`
  const keys: readonly Row[] = [
    [words.whole, whole === null ? words.unknown : rate(whole)],
    ...(['front', 'back', 'unknown'] as const).map((office): Row => [words.offices[office], rate(offices[office])]),
  ]
  const listed = (names: readonly string[]) => (names.length === 0 ? words.none : names.join(', '))
  const start: readonly Row[] = [
    [words.command, trial?.command ?? words.unknown],
    [words.requires, trial?.requires ?? words.unknown],
    [
      words.started,
      trial === null ? words.never : `${trial.date ?? words.unknown} (${trial.revision ?? words.unknown})`,
    ],
    [words.contact, trial?.contact ?? words.unknown],
  ]
  const missing: readonly Row[] = [
    [words.lacking, listed(whole?.lacking ?? [])],
    [words.unmeasured, listed(unmeasured)],
    [words.uncollected, listed(uncollected)],
    [words.asOf, `${sheet.asOf ?? words.unknown} (${coverage.known}/${coverage.all})`],
  ]
  return {
    title: `${sheet.asked} · ${sheet.language}`,
    sections: [
      { heading: words.keys, rows: keys },
      { heading: words.start, rows: start },
      { heading: words.missing, rows: missing },
    ],
  }
}

/** Words of registers and repositories, so that none of them is markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, '\\$&').replace(/\s+/gu, ' ')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function html(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
}

const WORDS = {
  fr: {
    ...{
      keys: 'Clés traduites',
      whole: 'Ensemble',
      none: 'aucune',
      unknown: 'inconnu',
      never: 'aucun essai réussi connu',
    },
    offices: {
      front: 'Côté usagers',
      back: 'Côté administration',
      unknown: 'Côté non déterminé (clés appelées par le code)',
    },
    ...{
      start: 'Démarrer',
      command: 'Commande',
      requires: 'Ce qu’il faut',
      started: 'Dernier démarrage réussi',
      contact: 'Contact',
    },
    ...{
      missing: 'Ce qui manque',
      lacking: 'Composants sans cette langue',
      unmeasured: 'Composants sans fichier de référence',
    },
    ...{ uncollected: 'Composants non collectés', asOf: 'Données au (dépôts lus)' },
  },
  en: {
    ...{
      keys: 'Keys translated',
      whole: 'In all',
      none: 'none',
      unknown: 'unknown',
      never: 'no successful trial is known',
    },
    offices: {
      front: 'For residents',
      back: 'For the administration',
      unknown: 'Side not known (keys that code calls)',
    },
    ...{
      start: 'Start it',
      command: 'Command',
      requires: 'What it needs',
      started: 'Last successful start',
      contact: 'Contact',
    },
    ...{
      missing: 'What is missing',
      lacking: 'Components without this language',
      unmeasured: 'Components without a reference file',
    },
    ...{ uncollected: 'Components not collected', asOf: 'Data as of (repositories read)' },
  },
} as const satisfies Record<Language, unknown>
