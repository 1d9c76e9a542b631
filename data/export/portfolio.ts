import { type ComponentSheet, componentSheets } from '../inventory/components.ts'
import type { MigrationState } from '../inventory/migration.ts'
import { isWithheld, type PublishedPortfolio } from '../inventory/published.ts'
import type { ReadinessReason } from '../inventory/readiness.ts'
import type { ExportScope, ExportTable } from './export-table.ts'
import type { Place, PlaceOf } from './places.ts'

/**
 * Components with what they stand on and what stands on them. Of another organisation's, the public is not told how they
 * are kept up or how far they moved on: what they fall short of is theirs to tell.
 */
export function portfolioTables(
  published: PublishedPortfolio,
  { scope, placeOf }: { readonly scope: Pick<ExportScope, 'profile' | 'repositories'>; readonly placeOf: PlaceOf },
): readonly ExportTable[] {
  const { inventory, migrations, translations } = published
  const isWhole = ({ repository }: Place) =>
    scope.profile === 'internal' || scope.repositories.get(repository)?.isOwn === true
  const placed = componentSheets(inventory).flatMap((sheet) => {
    const place = placeOf(sheet.id)
    return place === undefined ? [] : [{ sheet, place }]
  })
  return [
    {
      table: 'component_standing',
      rows: placed.map(({ sheet, place }) => ({
        ...{ ...place, ...standingRow(sheet, published) },
        ...(isWhole(place) ? {} : { readiness: null, readiness_at_most: null }),
      })),
    },
    {
      table: 'readiness_criterion',
      rows: placed
        .filter(({ place }) => isWhole(place))
        .flatMap(({ sheet, place }) => sheet.readiness.reasons.map((reason) => ({ ...place, ...reasonRow(reason) }))),
    },
    { table: 'license_source', rows: licenseRows(placed, scope.profile) },
    { table: 'component_dependency', rows: dependencyRows(published, placeOf) },
    {
      table: 'component_migration',
      rows: migrations.flatMap(({ component, state, blockedBy, unblocks }) => {
        const place = placeOf(component)
        return place === undefined || !isWhole(place)
          ? []
          : [{ ...place, state: isOnNewLine(state) ? 'migrated' : state, blocked_by: blockedBy.length, unblocks }]
      }),
    },
    {
      table: 'component_translation',
      rows: [...translations.values()].flatMap(({ component, languages }) => {
        const place = placeOf(component)
        if (place === undefined) return []
        return languages.map(({ language, translated, reference }) => ({ ...place, language, translated, reference }))
      }),
    },
  ]
}

/** The public is told all that is said where it is not one thing; inside, of every component. */
function licenseRows(
  placed: readonly { readonly sheet: ComponentSheet; readonly place: Place }[],
  profile: ExportScope['profile'],
): ExportTable['rows'] {
  return placed
    .filter(({ sheet: { license } }) => profile === 'internal' || (license.isDisagreed && !license.isSettled))
    .flatMap(({ sheet, place }) =>
      sheet.license.evidence.map(({ source, place: file, said, spdx }, index) => ({
        ...{ ...place, position: index + 1, source, place: file, said, spdx },
      })),
    )
}

function standingRow(sheet: ComponentSheet, published: PublishedPortfolio): ExportTable['rows'][number] {
  const { domain, license, readiness, requires, requiredBy, behind, tracker, descriptors } = sheet
  const replaced = sheet.replacedBy !== null && isWithheld(sheet.replacedBy, published) ? null : sheet.replacedBy
  const versions = (pick: 'minCoreVersion' | 'maxCoreVersion') =>
    descriptors.flatMap((descriptor) => descriptor[pick] ?? [])[0] ?? null
  return {
    state: sheet.state,
    state_from: sheet.stateFrom,
    last_activity_at: sheet.lastActivityAt,
    description: sheet.description,
    release_version: sheet.release?.version ?? null,
    released_at: sheet.release?.publishedAt ?? null,
    trial_version: sheet.trial?.version ?? null,
    trial_released_at: sheet.trial?.publishedAt ?? null,
    domain: domain?.domain ?? null,
    domain_source: domain?.source ?? null,
    declared_license: license.declared?.spdx ?? license.declared?.said ?? null,
    concluded_license: license.concluded?.spdx ?? null,
    is_license_disagreed: license.isDisagreed && !license.isSettled ? 1 : 0,
    min_core_version: versions('minCoreVersion'),
    max_core_version: versions('maxCoreVersion'),
    readiness: readiness.level,
    readiness_at_most: readiness.atMost,
    requires_direct: requires?.direct ?? null,
    requires_all: requires?.all ?? null,
    required_by_direct: requiredBy?.direct ?? null,
    required_by_all: requiredBy?.all ?? null,
    behind: behind?.count ?? null,
    behind_of: behind?.of ?? null,
    replaced_by: replaced,
    maintainer: sheet.maintainer,
    tracker_kind: tracker?.kind ?? null,
    tracker_url: tracker?.address ?? null,
    has_publiccode: sheet.hasPubliccode === null ? null : Number(sheet.hasPubliccode),
  }
}

/** What rules are left to meet on the new line is conformity, which this file tells elsewhere or not at all. */
function isOnNewLine(state: MigrationState): boolean {
  return state === 'ready' || state === 'begun'
}

/** How long answers take, and how many carry the work, would tell of one person where there is only one. */
const TOLD: readonly ReadinessReason['criterion'][] = ['commits', 'release']

function reasonRow({ criterion, level, outcome, value }: ReadinessReason): ExportTable['rows'][number] {
  return { criterion, level, outcome, value: value === null || !TOLD.includes(criterion) ? null : String(value) }
}

function dependencyRows({ inventory }: PublishedPortfolio, placeOf: PlaceOf): ExportTable['rows'] {
  const edges = inventory.portfolio.dependencies.filter(
    ({ from, to, scope, profile }) => from !== to && scope !== 'test' && profile === null,
  )
  const rows = edges.flatMap(({ from, to, version }) => {
    const [place, required] = [placeOf(from), placeOf(to)]
    if (place === undefined || required === undefined) return []
    const key = `${from} ${to}`
    return [{ key, row: { ...place, required_repository: required.repository, required_path: required.path, version } }]
  })
  // The same component in several build files of one repository is one edge; the first version that is said counts.
  return [...Map.groupBy(rows, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    return [{ ...first.row, version: same.flatMap(({ row }) => row.version ?? [])[0] ?? null }]
  })
}
