import { defineQuery } from '../query.ts'

/** An event, in the register and in a published file. */
export const EVENT_ROW = {
  id: 'text',
  title_fr: 'text',
  title_en: 'text',
  summary_fr: 'text?',
  summary_en: 'text?',
  starts_on: 'text',
  ends_on: 'text?',
  start_time: 'text?',
  end_time: 'text?',
  time_zone: 'text?',
  place: 'text?',
  url: 'text?',
  languages: 'text',
  community: 'text?',
} as const

export const registeredEvents = defineQuery({
  id: 'registers/events',
  title: 'Events, the first one first',
  params: {},
  row: EVENT_ROW,
  sql: `
    SELECT e.id, e.title_fr, e.title_en, e.summary_fr, e.summary_en, e.start AS starts_on, e.end AS ends_on,
      e.start_time, e.end_time, e.time_zone, e.place, e.address AS url, COALESCE(e.languages, '[]') AS languages,
      e.community
    FROM register_events e
    ORDER BY e.start, e.start_time, e.id`,
})

export const registeredRoadmap = defineQuery({
  id: 'registers/roadmap',
  title: 'What is meant to be done, in the order of the register',
  params: {},
  row: {
    id: 'text',
    title_fr: 'text',
    title_en: 'text',
    summary_fr: 'text?',
    summary_en: 'text?',
    component: 'text?',
    state: 'text',
    quarter: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT m.id, m.title_fr, m.title_en, m.summary_fr, m.summary_en, m.component, m.state, m.quarter,
      m.address AS url
    FROM register_roadmap m`,
})

/** Thanks, in the register and in a published file. */
export const CREDIT_ROW = { name: 'text', what_fr: 'text', what_en: 'text', url: 'text?' } as const

/** Whoever withdrew the consent is not told any more. */
export const registeredCredits = defineQuery({
  id: 'registers/credits',
  title: 'Who wished to be thanked, by a name of their choice',
  params: {},
  row: CREDIT_ROW,
  sql: `
    SELECT c.name, c.what_fr, c.what_en, c.address AS url
    FROM register_credits c
    WHERE c.withdrawn_at IS NULL
    ORDER BY lower(c.name), c.what_en`,
})

export const registeredCorrections = defineQuery({
  id: 'registers/corrections',
  title: 'What was put right, the last one first',
  params: {},
  row: {
    date: 'text',
    page: 'text',
    what_fr: 'text',
    what_en: 'text',
    corrected_by: 'text',
    reply_from: 'text?',
    reported_at: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT c.date, c.page, c.what_fr, c.what_en, c.corrected_by, c.reply_from, c.reported_at, c.address AS url
    FROM register_corrections c
    ORDER BY c.date DESC, c.page`,
})

/** A day of translation, in the register and in a published file. */
export const TRANSLATION_DAY_ROW = { date: 'text', place: 'text', languages: 'text', participants: 'integer?' } as const

export const registeredTranslationDays = defineQuery({
  id: 'registers/translation-days',
  title: 'Days of translation, the last one first',
  params: {},
  row: TRANSLATION_DAY_ROW,
  sql: `
    SELECT d.date, d.place, COALESCE(d.languages, '[]') AS languages, d.participants
    FROM register_translation_days d
    ORDER BY d.date DESC, d.place`,
})

/** A generation of the platform, in the register and in a published file. */
export const LINE_ROW = {
  line: 'text',
  since: 'text?',
  features_until: 'text?',
  fixes_until: 'text?',
  source: 'text',
  url: 'text?',
  guide_url: 'text?',
} as const

export const registeredLines = defineQuery({
  id: 'registers/lines',
  title: 'How long each generation of the platform is kept up',
  params: {},
  row: LINE_ROW,
  sql: `
    SELECT l.line, l.since, l.features_until, l.fixes_until, l.source, l.address AS url, l.guide AS guide_url
    FROM register_lines l
    ORDER BY l.line`,
})
