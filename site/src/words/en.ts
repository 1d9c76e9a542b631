import { board, impact } from './en/board.ts'
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
} from './en/catalogue.ts'
import { city } from './en/city.ts'
import { collections } from './en/collections.ts'
import { compare } from './en/compare.ts'
import { component, ruleState } from './en/component.ts'
import { contribute } from './en/contribute.ts'
import { dataQuality } from './en/data-quality.ts'
import { internalChapter, subChapters } from './en/desk.ts'
import { deskFigures } from './en/desk-figures.ts'
import { embed } from './en/embed.ts'
import { eventMarks } from './en/event-marks.ts'
import { feeds } from './en/feeds.ts'
import { duration, figures } from './en/figures.ts'
import { compliance, inventory, migration, practices, watch } from './en/fleet.ts'
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
} from './en/frame.ts'
import { governance } from './en/governance.ts'
import { guide, rule } from './en/guide.ts'
import { home } from './en/home.ts'
import { accessibility, ecoDesign, legal, privacy } from './en/legal.ts'
import { longLedger } from './en/long-ledger.ts'
import { method } from './en/method.ts'
import { openData } from './en/open-data.ts'
import { providers } from './en/providers.ts'
import { readings } from './en/readings.ts'
import { reuse } from './en/reuse.ts'
import { search } from './en/search.ts'
import { sheet } from './en/sheet.ts'
import { todo } from './en/todo.ts'
import { understand } from './en/understand.ts'
import { weights } from './en/weights.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
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
