import type { Language, Text } from '#data/model/vocabulary.ts'
import { COLUMNS } from '#data/queries/metrics/columns.ts'
import { desk } from '../desk.ts'
import type { Cell } from '../loaders/answers.ts'
import type { Figure } from '../loaders/figures.ts'
import { markOf } from '../telling/headlines.ts'
import { nameOf, tell } from '../telling/telling.ts'
import { csv } from './csv.ts'
import { isoPeriod, json } from './data-files.ts'
import { inLanguages } from './in-languages.ts'

/** The numbers of a figure, unrounded: those of its table and no others. */
export function figureFile(figure: Figure, kind: 'csv' | 'json'): string {
  const { grain } = figure
  const series = [...figure.series, ...figure.besides]
  const names = figure.rows[0]?.map(({ column }) => column) ?? []
  const keys =
    figure.grain === null
      ? figure.rows.map((row) => row.map(({ value }) => value))
      : figure.periods.map((period) => [isoPeriod(figure.grain ?? 'month', period)])
  const heads = grain === null ? names : [grain]
  if (kind === 'csv') {
    const rows = keys.map((key, row) => [...key, ...series.map(({ cells }) => cells[row] ?? null)])
    return csv([...heads, ...series.map(({ id }) => id)], rows)
  }
  return json({
    metric: { id: figure.metric.id, unit: figure.metric.unit },
    figure: { id: figure.id, number: figure.number },
    ...{ asOf: figure.asOf, coverage: figure.coverage, gaps: figure.gaps },
    ...{ grain, isLastPeriodPartial: figure.isLastPartial },
    rows: keys.map((key, row) => ({
      ...(grain === null
        ? Object.fromEntries(names.map((name, index) => [name, key[index] ?? null]))
        : { period: key[0] }),
      ...Object.fromEntries(series.map(({ id, cells }) => [id, numberOrNull(cells[row])])),
      hidden: series.filter(({ cells }) => cells[row] === 'hidden').map(({ id }) => id),
      tooFewCases: series.filter(({ cells }) => cells[row] === 'few').map(({ id }) => id),
    })),
  })
}

/** What the numbers mean: definition, columns, source, limits, licence, and how to cite them, in the languages of the site. */
export function figureMeta(figure: Figure, floor: number): string {
  const { metric, coverage, asOf, gaps, from, to } = figure
  const { settings, isPublic } = desk('fr')
  const each = (say: (language: Language) => string) => inLanguages(settings.languages, say)
  const both = (text: Text) => each((language) => text[language])
  const { id, unit, audience, ...texts } = metric
  const license = isPublic ? settings.identity.legal?.['data-license'] : undefined
  return json({
    figure: { id: figure.id, number: figure.number, mark: markOf(figure) },
    title: each((language) => nameOf(figure, language)),
    headline: each((language) => tell(figure, language, floor).finding),
    subtitle: each((language) => tell(figure, language, floor).subtitle),
    metric: {
      ...{ id, unit, audience },
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, both(text)])),
    },
    ...{ asOf, from, to, coverage, gaps },
    columns: [...figure.series, ...figure.besides].map(({ id: column, measure, about }) => ({
      ...{ id: column, kind: COLUMNS[measure].kind, measure: both(COLUMNS[measure].title), about },
    })),
    smallestGroup: floor,
    license: license ? both(license) : null,
    publisher: both(settings.identity.publisher),
    citation: each((language) => {
      const { words, text, day } = desk(language)
      return words.figures.citation({
        publisher: text(settings.identity.publisher),
        title: nameOf(figure, language),
        number: figure.number,
        day: day(asOf),
      })
    }),
  })
}

function numberOrNull(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}
