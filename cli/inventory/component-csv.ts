import type { ComponentSheet } from '#data/inventory/components.ts'
import type { CellValue } from './answer.ts'

export const COMPONENT_HEADS = [
  ...['id', 'repository', 'path', 'owner', 'name', 'kind', 'line', 'groupId', 'artifactId', 'version'],
  ...['domain', 'domainFrom', 'release', 'releasedAt', 'behind', 'behindOf', 'minCoreVersion', 'maxCoreVersion'],
  ...['state', 'stateFrom', 'stateSince', 'replacedBy', 'maintainer', 'lastActivityAt'],
  ...['licenseDeclared', 'licenseDeclaredBy', 'licenseConcluded', 'licenseConcludedFrom'],
  ...['licenseDisagreed', 'licenseSettled'],
  ...['readiness', 'readinessAtMost', 'requires', 'requiresAll', 'requiredBy', 'requiredByAll'],
  ...['openness', 'tracker', 'adopters', 'services', 'hasPubliccode', 'filesCollected', 'description', 'url'],
]

export function componentRow(sheet: ComponentSheet): readonly CellValue[] {
  const { license, release, readiness, descriptors } = sheet
  const cores = (key: 'minCoreVersion' | 'maxCoreVersion') =>
    [...new Set(descriptors.flatMap((one) => one[key] ?? []))].join(' ') || null
  return [
    ...[sheet.id, sheet.repository, sheet.path, sheet.owner, sheet.name, sheet.kind, sheet.line, sheet.groupId],
    ...[sheet.artifactId, sheet.version, sheet.domain?.domain ?? null, sheet.domain?.source ?? null],
    ...[release?.version ?? null, release?.publishedAt ?? null],
    ...[sheet.behind?.count ?? null, sheet.behind?.of ?? null, cores('minCoreVersion'), cores('maxCoreVersion')],
    ...[sheet.state, sheet.stateFrom, sheet.stateSince, sheet.replacedBy, sheet.maintainer, sheet.lastActivityAt],
    license.declared?.spdx ?? license.declared?.said ?? null,
    ...[license.declared?.source ?? null, license.concluded?.spdx ?? null, license.concluded?.from.join(' ') ?? null],
    ...[
      license.isDisagreed,
      license.isSettled,
      readiness.level,
      readiness.atMost,
      sheet.requires?.direct ?? null,
      sheet.requires?.all ?? null,
    ],
    ...[
      sheet.requiredBy?.direct ?? null,
      sheet.requiredBy?.all ?? null,
      sheet.openness,
      sheet.tracker?.kind ?? null,
      sheet.adopters,
    ],
    ...[sheet.services?.join(' ') || null, sheet.hasPubliccode, sheet.coverage.files, sheet.description, sheet.url],
  ]
}
