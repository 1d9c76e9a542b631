import { defineQuery } from '../query.ts'
import { CREDIT_ROW, LINE_ROW, TRANSLATION_DAY_ROW } from '../registers/agenda.ts'

export const siteFirstIssues = defineQuery({
  id: 'site/first-issues',
  title: 'Issues for newcomers, the newest first, each with the first language of its repository',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    url: 'text?',
    number: 'integer',
    title: 'text?',
    opened_on: 'text',
    is_answered: 'integer?',
    language: 'text?',
  },
  sql: `
    SELECT i.repository, r.url, i.number, i.title, i.opened_on, i.is_answered, (
      SELECT l.language FROM repository_language l WHERE l.repository = i.repository
      ORDER BY l.bytes DESC, l.language LIMIT 1
    ) AS language
    FROM first_issue i
    JOIN repository r ON r.repository = i.repository
    ORDER BY i.opened_on DESC, i.repository, i.number`,
})

export const siteTranslationGaps = defineQuery({
  id: 'site/translation-gaps',
  title: 'Files that lack texts',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    language: 'text',
    file: 'text',
    missing: 'integer',
    reference: 'integer',
    is_absent: 'integer',
  },
  sql: `
    SELECT g.repository, g.path, g.language, g.file, g.missing, g.reference, g.is_absent
    FROM translation_gap g
    ORDER BY g.repository, g.path, g.language, g.file`,
})

export const siteTranslationDays = defineQuery({
  id: 'site/translation-days',
  title: 'Days of translation, the last one first',
  of: 'export',
  params: {},
  row: TRANSLATION_DAY_ROW,
  sql: `
    SELECT d.date, d.place, d.languages, d.participants
    FROM translation_day d
    ORDER BY d.position`,
})

export const sitePlatformLines = defineQuery({
  id: 'site/platform-lines',
  title: 'How long each generation of the platform is kept up',
  of: 'export',
  params: {},
  row: LINE_ROW,
  sql: `
    SELECT l.line, l.since, l.features_until, l.fixes_until, l.source, l.url, l.guide_url
    FROM platform_line l
    ORDER BY l.line`,
})

export const siteCorrections = defineQuery({
  id: 'site/corrections',
  title: 'What was put right, the last one first',
  of: 'export',
  params: {},
  row: {
    date: 'text',
    page: 'text',
    what_fr: 'text',
    what_en: 'text',
    corrected_by: 'text',
    reply_from: 'text?',
    reported_on: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT c.date, c.page, c.what_fr, c.what_en, c.corrected_by, c.reply_from, c.reported_on, c.url
    FROM correction c
    ORDER BY c.position`,
})

export const siteAdoptionCalls = defineQuery({
  id: 'site/adoption-calls',
  title: 'Components that may be adopted',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', since: 'text?', reason: 'text?' },
  sql: `
    SELECT a.repository, a.path, a.since, a.reason
    FROM adoption_call a
    ORDER BY a.repository, a.path`,
})

export const siteCredits = defineQuery({
  id: 'site/credits',
  title: 'Who wished to be thanked, by a name of their choice',
  of: 'export',
  params: {},
  row: CREDIT_ROW,
  sql: `
    SELECT c.name, c.what_fr, c.what_en, c.url
    FROM credit c
    ORDER BY c.position`,
})
