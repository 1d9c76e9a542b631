import type * as French from '../fr/event-marks.ts'

export const eventMarks: typeof French.eventMarks = {
  title: 'Marks on the drawing, dated by the public body; they state no cause.',
}
