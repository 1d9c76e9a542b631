import type { Language } from '#data/model/vocabulary.ts'
import { type Changed, type Difference, isSame } from '#data/publication/difference.ts'
import type { Alarm } from '#data/publication/stop.ts'
import { figureName, tell } from '../publication/stop.ts'

/** Raised when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1
/** Lines of a list in text; JSON has them all. */
const MOST = 20

const WORDS = {
  fr: {
    same: 'Rien ne changerait pour le public.',
    between: ({ before, after }: Difference['asOf']) =>
      before === after
        ? `Données du ${after}, comme à la dernière publication.`
        : `Données du ${before}, puis du ${after}.`,
    line: (name: string, what: string) => `${name}\u00a0: ${what}`,
    came: 'Pages nouvelles',
    gone: 'Pages disparues',
    changed: 'Pages dont le texte change',
    names: (kind: string) => `Noms (${kind})`,
    figures: 'Chiffres',
    series: 'Séries, sur douze mois',
    texts: 'Titres et phrases',
    columns: 'Colonnes des données ouvertes',
    alarms: 'La publication s’arrêterait ici, jusqu’à une raison (--accept)',
    more: (count: number) => `… et ${count} de plus`,
    nothing: 'rien',
  },
  en: {
    same: 'Nothing would change for the public.',
    between: ({ before, after }: Difference['asOf']) =>
      before === after ? `Data of ${after}, as in the last publication.` : `Data of ${before}, then of ${after}.`,
    line: (name: string, what: string) => `${name}: ${what}`,
    came: 'New pages',
    gone: 'Pages that are gone',
    changed: 'Pages whose text changes',
    names: (kind: string) => `Names (${kind})`,
    figures: 'Figures',
    series: 'Series, over twelve months',
    texts: 'Titles and sentences',
    columns: 'Columns of the open data',
    alarms: 'Publication would stop here, until a reason is given (--accept)',
    more: (count: number) => `… and ${count} more`,
    nothing: 'nothing',
  },
} as const satisfies Record<Language, object>

export function siteDiffText(
  difference: Difference,
  { alarms, language }: { readonly alarms: readonly Alarm[]; readonly language: Language },
): string {
  const said = WORDS[language]
  const { asOf, pages, names, figures, series, texts, columns } = difference
  if (isSame(difference)) return `${said.between(asOf)}\n${said.same}\n`
  const value = (one: number | string | null) => (one === null ? said.nothing : String(one))
  const arrows = (list: readonly Changed<number | string>[]) =>
    list.map(
      ({ id, before, after }) => `  ${said.line(figureName(id, language), `${value(before)} → ${value(after)}`)}`,
    )
  const signed = ({ came, gone }: { readonly came: readonly string[]; readonly gone: readonly string[] }) => [
    ...came.map((one) => `  + ${one}`),
    ...gone.map((one) => `  - ${one}`),
  ]
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [said.came, pages.came.map((path) => `  + ${path}`)],
    [said.gone, pages.gone.map((path) => `  - ${path}`)],
    ...names.map((one) => [said.names(one.kind), signed(one)] as const),
    [said.figures, arrows(figures)],
    [said.series, arrows(series)],
    [said.texts, arrows(texts)],
    [said.columns, signed(columns)],
    [said.changed, pages.changed.map((path) => `  ${path}`)],
    [said.alarms, alarms.map((alarm) => `  ${tell(alarm, language)}`)],
  ]
  const told = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => {
      const rest = lines.length - MOST
      return [
        said.line(title, String(lines.length)),
        ...lines.slice(0, MOST),
        ...(rest > 0 ? [`  ${said.more(rest)}`] : []),
      ]
    })
  return `${[[said.between(asOf)], ...told].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

export function siteDiffJson(difference: Difference, alarms: readonly Alarm[]): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, isSame: isSame(difference), ...difference, alarms }, null, 2)}\n`
}
