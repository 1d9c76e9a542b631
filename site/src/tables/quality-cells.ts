import type { Language } from '#data/model/vocabulary.ts'
import type { Report } from '#data/report/report.ts'
import { wordsOf } from '#data/report/telling/print.ts'
import type { Shape } from '../telling/mark-drawing.ts'
import { formatDay, formatNumber, typeset } from '../words/typography.ts'
import { WORDS } from '../words/words.ts'

interface QualityCell {
  readonly shape: Shape
  readonly title: string
  readonly text: string
}

/** What was read, collection by collection, and which registers are kept. */
export function qualityCells({ quality }: Pick<Report, 'quality'>, language: Language): readonly QualityCell[] {
  const { board } = WORDS[language]
  const { streams, judged } = wordsOf({ language }).quality
  const number = (value: number) => formatNumber(language, value)
  const kept = quality.registers.filter(({ lines }) => lines !== null).length
  return [
    ...quality.streams.map(({ stream, complete, unknown }) => ({
      shape: shapeOf(complete, { all: quality.repositories, unknown }),
      title: streams[stream],
      text: board.read({ complete: number(complete), all: number(quality.repositories) }),
    })),
    {
      shape: quality.judgedAt === null ? 'question' : 'check',
      title: board.lint,
      // A note like its neighbours, not the sentence of the report.
      text: typeset(language, judged(quality.judgedAt === null ? null : formatDay(language, quality.judgedAt))).replace(
        /\.$/u,
        '',
      ),
    },
    {
      shape: shapeOf(kept, { all: quality.registers.length, unknown: quality.registers.length - kept }),
      title: board.registers,
      text: board.registersKept({ kept, all: quality.registers.length }),
    },
    {
      shape: quality.failed.length === 0 ? 'check' : 'cross',
      title: board.collections,
      text: board.unfinished(quality.failed.length),
    },
  ]
}

function shapeOf(complete: number, { all, unknown }: { readonly all: number; readonly unknown: number }): Shape {
  if (all === 0 || unknown === all) return 'question'
  return complete === all ? 'check' : 'half'
}
