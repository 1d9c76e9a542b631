import { defineQuery } from '../query.ts'
import { EVENT_ROW } from '../registers/agenda.ts'

export const siteEvents = defineQuery({
  id: 'site/events',
  title: 'Events, the first one first',
  of: 'export',
  params: {},
  row: EVENT_ROW,
  sql: `
    SELECT e.id, e.title_fr, e.title_en, e.summary_fr, e.summary_en, e.starts_on, e.ends_on, e.start_time, e.end_time,
      e.time_zone, e.place, e.url, e.languages, e.community
    FROM event e
    ORDER BY e.starts_on, e.start_time, e.id`,
})

export const siteRoadmap = defineQuery({
  id: 'site/roadmap',
  title: 'What is meant to be done, in the order of the register',
  of: 'export',
  params: {},
  row: {
    id: 'text',
    title_fr: 'text',
    title_en: 'text',
    summary_fr: 'text?',
    summary_en: 'text?',
    repository: 'text?',
    path: 'text?',
    state: 'text',
    quarter: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT m.id, m.title_fr, m.title_en, m.summary_fr, m.summary_en, m.repository, m.path, m.state, m.quarter, m.url
    FROM roadmap_item m
    ORDER BY m.position`,
})
