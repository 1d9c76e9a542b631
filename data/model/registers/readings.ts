import { MEASURES } from '../measures.ts'
import { field, REQUIRED, type Register } from '../register.ts'

/** Figures of months before Parvis, which an office counted by other means: they begin the series of the steering board. */
export const readings: Register = {
  id: 'readings',
  title: { fr: 'Relevés antérieurs', en: 'Earlier readings' },
  summary: {
    fr: 'Ce que valaient des chiffres avant que Parvis les mesure, avec leur source.',
    en: 'What figures were before Parvis measured them, with their source.',
  },
  audience: 'internal',
  key: ['metric', 'measure', 'month'],
  fields: {
    metric: field(
      { kind: 'choice', of: [...new Set(MEASURES.map(({ metric }) => metric))] },
      { fr: 'Chiffre', en: 'Metric' },
      REQUIRED,
    ),
    measure: field(
      { kind: 'choice', of: [...new Set(MEASURES.map(({ measure }) => measure))] },
      { fr: 'Laquelle de ses valeurs', en: 'Which number of it' },
      REQUIRED,
    ),
    month: field('day', { fr: 'Un jour du mois', en: 'A day of the month' }, REQUIRED),
    value: field('number', { fr: 'Valeur ; une part en pour cent', en: 'Value; a share in per cent' }, REQUIRED),
    source: field('prose', { fr: 'D’où vient cette valeur', en: 'Where the value comes from' }, REQUIRED),
  },
  contradicts: ({ metric, measure }) =>
    MEASURES.some((one) => one.metric === metric && one.measure === measure)
      ? undefined
      : { field: 'measure', message: `the metric "${String(metric)}" has no such number.` },
}
