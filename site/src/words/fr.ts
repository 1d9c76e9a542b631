import { board, impact } from './fr/board.ts'
import {
  catalogue,
  kind,
  licensesDiffer,
  line,
  lineShort,
  noLicense,
  releaseAge,
  state,
  stateMeaning,
  user,
} from './fr/catalogue.ts'
import { city } from './fr/city.ts'
import { collections } from './fr/collections.ts'
import { compare } from './fr/compare.ts'
import { component, ruleState } from './fr/component.ts'
import { contribute } from './fr/contribute.ts'
import { dataQuality } from './fr/data-quality.ts'
import { internalChapter, subChapters } from './fr/desk.ts'
import { deskFigures } from './fr/desk-figures.ts'
import { embed } from './fr/embed.ts'
import { eventMarks } from './fr/event-marks.ts'
import { feeds } from './fr/feeds.ts'
import { duration, figures } from './fr/figures.ts'
import { compliance, inventory, migration, practices, watch } from './fr/fleet.ts'
import {
  accessibilityState,
  chapter,
  choice,
  colon,
  colophon,
  failure,
  frame,
  freshness,
  languageName,
  legalContact,
  notFound,
  place,
  runStatus,
  siteMap,
} from './fr/frame.ts'
import { governance } from './fr/governance.ts'
import { guide, rule } from './fr/guide.ts'
import { home } from './fr/home.ts'
import { accessibility, ecoDesign, legal, privacy } from './fr/legal.ts'
import { longLedger } from './fr/long-ledger.ts'
import { method } from './fr/method.ts'
import { openData } from './fr/open-data.ts'
import { providers } from './fr/providers.ts'
import { readings } from './fr/readings.ts'
import { reuse } from './fr/reuse.ts'
import { search } from './fr/search.ts'
import { sheet } from './fr/sheet.ts'
import { todo } from './fr/todo.ts'
import { understand } from './fr/understand.ts'
import { weights } from './fr/weights.ts'

export const fr = {
  board,
  impact,
  embed,
  eventMarks,
  compare,
  contribute,
  city,
  governance,
  reuse,
  languageName,
  colon,
  frame,
  chapter,
  internalChapter,
  subChapters,
  place,
  colophon,
  accessibilityState,
  freshness,
  failure,
  runStatus,
  siteMap,
  dataQuality,
  todo,
  longLedger,
  weights,
  compliance,
  practices,
  inventory,
  migration,
  watch,
  notFound,
  choice,
  legalContact,
  home,
  catalogue,
  licensesDiffer,
  noLicense,
  kind,
  line,
  lineShort,
  state,
  stateMeaning,
  releaseAge,
  user,
  collections,
  providers,
  component,
  ruleState,
  figures,
  readings,
  deskFigures,
  duration,
  method,
  guide,
  rule,
  understand,
  sheet,
  search,
  openData,
  feeds,
  accessibility,
  legal,
  privacy,
  ecoDesign,
}
