import { defineMetric } from './metric.ts'
import { NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

export const languages = defineMetric({
  id: 'languages',
  title: { fr: 'Langages de programmation', en: 'Programming languages' },
  definition: {
    fr: 'Dépôts où chaque langage est le premier, et octets écrits dans ce langage.',
    en: 'Repositories in which each language comes first, and bytes written in it.',
  },
  formula: {
    fr: 'Part = octets du langage ÷ octets de tous. Sans dépôts archivés ni copies.',
    en: 'Share = bytes of the language ÷ bytes of all. Without archived repositories and copies.',
  },
  unit: 'repositories',
  source: { fr: 'Décompte de l’hébergeur.', en: 'The count of the host.' },
  limits: {
    fr: 'L’hébergeur devine le langage d’après les fichiers ; les octets disent la taille, pas la valeur.',
    en: 'The host guesses the language from the files; bytes tell of size, not of worth.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: [],
  columns: ['language', 'repositories', 'bytes', 'share'],
  query: {
    params: SCOPE_PARAMS,
    row: { language: 'text', repositories: 'integer', bytes: 'integer' },
    sql: `
    WITH ${SCOPED}, own AS (
      SELECT s.id, r.primary_language FROM scoped s JOIN repository r ON r.id = s.id
      WHERE s.is_copy = 0 AND s.is_archived = 0
    )
    SELECT l.language, COUNT(CASE WHEN o.primary_language = l.language THEN 1 END) AS repositories, SUM(l.bytes) AS bytes
    FROM repository_language l JOIN own o ON o.id = l.repository
    GROUP BY l.language
    ORDER BY bytes DESC, l.language`,
  },
  finish(rows) {
    const all = rows.reduce((sum, { bytes }) => sum + bytes, 0)
    return {
      rows: rows.map((row) => ({ ...row, share: all === 0 ? null : row.bytes / all })),
      missing: rows.length === 0 ? [{ kind: 'never-read', count: 0, names: ['languages'] }] : [],
    }
  },
  behind: {
    columns: ['repository', 'language', 'bytes'],
    params: SCOPE_PARAMS,
    row: { repository: 'text', language: 'text', bytes: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository, l.language, l.bytes
    FROM scoped s JOIN repository_language l ON l.repository = s.id
    WHERE s.is_copy = 0 AND s.is_archived = 0
    ORDER BY lower(s.repository), l.bytes DESC, l.language`,
  },
})
