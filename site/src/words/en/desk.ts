import type * as French from '../fr/desk.ts'

export const internalChapter: typeof French.internalChapter = {
  todo: 'To do',
  steering: 'Steering',
  activity: 'Activity',
  responsiveness: 'Responsiveness',
  compliance: 'Compliance',
  governance: 'GGI',
  'data-quality': 'Data quality',
}

export const subChapters: typeof French.subChapters = {
  label: 'Pages of the chapter',
  register: 'The public register',
}
