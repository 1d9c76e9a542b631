import { countedReleases, distinctReleases, ownTags } from '../../inventory/releases.ts'
import { median } from '../../metrics/quantiles.ts'
import { defineMetric, type MetricParams } from './metric.ts'
import { NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

const DAY_SECONDS = 86_400
const HALF_YEAR_DAYS = 183
const YEAR_DAYS = 365

/** Releases of the host, and tags that are none of them. */
const TOLD = `WITH ${SCOPED}, told AS (
      SELECT e.repository, e.tag, e.published_at
      FROM repository_release e
      UNION ALL
      SELECT f.repository, f.name AS tag, COALESCE(f.committed_at, c.committed_at) AS published_at
      FROM ref f
      LEFT JOIN repository_commit c ON c.repository = f.repository AND c.oid = f.oid
      WHERE f.kind = 'tag'
        AND NOT EXISTS (SELECT 1 FROM repository_release e WHERE e.repository = f.repository AND e.tag = f.name)
    )`

export const releases = defineMetric({
  id: 'releases',
  title: { fr: 'Versions publiées', en: 'Releases' },
  definition: {
    fr: 'Versions publiées en six et douze mois avant la date des données, intervalle médian entre deux versions d’un même dépôt, jours depuis la dernière.',
    en: 'Versions released in the six and twelve months before the data, median gap between two of the same repository, days since the last.',
  },
  formula: {
    fr: 'Six mois = 183 jours, douze = 365. Une ligne par dépôt avec `--rows` ; la médiane de tous est celle de tous les intervalles, les jours depuis la dernière la médiane des dépôts.',
    en: 'Six months = 183 days, twelve = 365. A line for each repository with `--rows`; the median of all is that of all gaps, the days since the last the median over repositories.',
  },
  unit: 'releases',
  source: {
    fr: 'Versions de l’hébergeur et, où il n’en dit rien, étiquettes git qui portent un numéro ; versions d’essai (bêta, candidates) laissées de côté.',
    en: 'Releases of the host and, where it tells of none, git tags with a number; trial versions (betas, candidates) are left out.',
  },
  limits: {
    fr: 'Une étiquette sans date connue n’est pas comptée. Dépôts archivés ou copiés laissés de côté ; un dépôt de documentation peut n’avoir aucune version.',
    en: 'A tag whose date is not known is not counted. Archived repositories and copies are left out; one of documentation may have no releases.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['commits'],
  columns: [
    ...(['repositories', 'releasing', 'releases_6_months', 'releases_12_months'] as const),
    ...(['median_gap_days', 'days_since_last'] as const),
  ],
  query: {
    params: { ...SCOPE_PARAMS, as_of: 'text' },
    row: { repository: 'text', tag: 'text', published_at: 'text?' },
    sql: `
    ${TOLD}
    SELECT s.repository, COALESCE(t.tag, '') AS tag, t.published_at
    FROM scoped s
    LEFT JOIN told t ON t.repository = s.id AND (t.published_at IS NULL OR t.published_at <= :as_of)
    WHERE s.is_copy = 0 AND s.is_archived = 0
    ORDER BY s.repository, tag`,
  },
  finish: (rows, asked) => {
    const rhythms = [...Map.groupBy(rows, ({ repository }) => repository).values()].map((own) => rhythmOf(own, asked))
    const sum = (what: 'recent' | 'yearly') => rhythms.reduce((total, one) => total + one[what], 0)
    return {
      rows: [
        {
          repositories: rhythms.length,
          releasing: rhythms.filter(({ yearly }) => yearly > 0).length,
          ...{ releases_6_months: sum('recent'), releases_12_months: sum('yearly') },
          median_gap_days: median(rhythms.flatMap(({ gaps }) => gaps)),
          days_since_last: median(rhythms.flatMap(({ sinceLast }) => sinceLast ?? [])),
        },
      ],
      missing: undatedOf(rows),
    }
  },
  behind: {
    columns: ['repository', 'release', 'released_on'],
    params: { ...SCOPE_PARAMS, as_of: 'text' },
    row: { repository: 'text', release: 'text', released_on: 'text?' },
    sql: `
    ${TOLD}
    SELECT s.repository, t.tag AS release, substr(t.published_at, 1, 10) AS released_on
    FROM scoped s
    JOIN told t ON t.repository = s.id AND (t.published_at IS NULL OR t.published_at <= :as_of)
    WHERE s.is_copy = 0 AND s.is_archived = 0
    ORDER BY lower(s.repository), t.published_at, t.tag`,
  },
})

type Tagged = { readonly repository: string; readonly tag: string; readonly published_at: string | null }

/** When one repository released. */
function rhythmOf(rows: readonly Tagged[], { as_of_epoch }: Pick<MetricParams, 'as_of_epoch'>) {
  const found = countedReleases(
    distinctReleases(
      ownTags(
        rows.map(({ tag, published_at: publishedAt }) => ({ tag, publishedAt })),
        rows[0]?.repository ?? '',
      ),
    ),
  )
  const days = found
    .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [Date.parse(publishedAt) / 1000]))
    .map((at) => (as_of_epoch - at) / DAY_SECONDS)
    .sort((a, b) => b - a)
  const last = days.at(-1)
  return {
    recent: days.filter((ago) => ago <= HALF_YEAR_DAYS).length,
    yearly: days.filter((ago) => ago <= YEAR_DAYS).length,
    gaps: days.slice(1).map((ago, index) => (days[index] ?? ago) - ago),
    sinceLast: last === undefined ? null : Math.floor(last),
  }
}

function undatedOf(rows: readonly Tagged[]) {
  const undated = rows.filter(({ tag, published_at }) => tag !== '' && published_at === null)
  return undated.length === 0 ? [] : [{ kind: 'undated' as const, count: undated.length, names: [] }]
}
