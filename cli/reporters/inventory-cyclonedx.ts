import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import type { BrickScope } from '#data/facts/shapes/brick-list.ts'
import { readSpdx } from '#data/facts/spdx.ts'
import { platformArtifact } from '#data/inventory/assembly.ts'
import { type ComponentSheet, componentSheets } from '#data/inventory/components.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { certainLicense } from '#data/inventory/licenses.ts'
import { isSnapshot } from '#data/inventory/maven/version.ts'
import { type BrickUse, packageAddress } from '#data/inventory/portfolio.ts'
import { hashUuid } from '#data/model/hash-uuid.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'
import { toolVersion } from '../version.ts'

/**
 * A bill of materials, CycloneDX 1.6 in JSON: of one component with everything below it, or of the whole portfolio. The
 * same database gives the same bytes: the serial number is drawn from the content and the time is that of the data.
 */
export function inventoryCycloneDx({ about }: InventoryAnswer, inventory: Inventory): string {
  const chosen = withRequired(about ?? inventory.portfolio.components.map(({ id }) => id), inventory)
  const sheets = new Map(componentSheets(inventory).map((sheet) => [sheet.id, sheet]))
  const built = new Map<string, Models.Component>()
  for (const id of chosen) {
    const sheet = sheets.get(id)
    if (sheet !== undefined) built.set(id, componentOf(sheet))
  }
  const uses = inventory.portfolio.bricks.filter(({ component, profile }) => profile === null && built.has(component))
  for (const use of uses) {
    const key = brickKey(use)
    const known = built.get(key)
    if (known === undefined) built.set(key, brickOf(use, platformArtifact(use, inventory) !== undefined))
    else if (isShipped(use.scope)) known.scope = Enums.ComponentScope.Required
    const brick = built.get(key)
    if (brick !== undefined) built.get(use.component)?.dependencies.add(brick.bomRef)
  }
  for (const id of chosen) {
    for (const required of inventory.portfolio.graph.requires(id)) {
      const target = built.get(required)
      if (target !== undefined) built.get(id)?.dependencies.add(target.bomRef)
    }
  }
  return serialized(built, { root: about?.length === 1 ? about[0] : undefined, at: inventory.at })
}

/** The components themselves and everything of the portfolio that they need. */
function withRequired(ids: readonly string[], { portfolio }: Inventory): readonly string[] {
  return [...new Set(ids.flatMap((id) => [id, ...portfolio.graph.allRequired(id).keys()]))].sort()
}

function serialized(
  built: ReadonlyMap<string, Models.Component>,
  { root, at }: { readonly root: string | undefined; readonly at: string },
): string {
  const bom = new Models.Bom({ metadata: new Models.Metadata({ timestamp: new Date(at) }) })
  bom.metadata.tools.components.add(
    new Models.Component(Enums.ComponentType.Application, 'parvis', { version: toolVersion() }),
  )
  const subject = root === undefined ? undefined : built.get(root)
  if (subject !== undefined) bom.metadata.component = subject
  for (const component of built.values()) if (component !== subject) bom.components.add(component)
  bom.serialNumber = hashUuid([...built.keys(), at].join('\n'))
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

function componentOf(sheet: ComponentSheet): Models.Component {
  const { id, groupId, artifactId, version, kind, license, url, description } = sheet
  const isWhole = kind === 'core' || kind === 'site' || kind === 'pack'
  const type = isWhole ? Enums.ComponentType.Application : Enums.ComponentType.Library
  const component = new Models.Component(type, artifactId ?? sheet.name, {
    bomRef: id,
    ...(groupId !== null && { group: groupId }),
    ...(version !== null && { version }),
    ...(description !== null && { description }),
    purl: addressOf(sheet),
  })
  // Where sources name several and nobody settled it, none of them is handed on as the one.
  const isOpen = license.isDisagreed && !license.isSettled
  const said = certainLicense(license) ?? (isOpen ? null : (license.declared?.said ?? null))
  if (isOpen) component.properties.add(new Models.Property('parvis:license', 'disagreed'))
  if (said !== null) component.licenses.add(licenseOf(said))
  if (url !== null) component.externalReferences.add(new Models.ExternalReference(url, Enums.ExternalReferenceType.VCS))
  if (kind !== null) component.properties.add(new Models.Property('parvis:kind', kind))
  return component
}

/** The artifact where there is one; a version of the branch that was never published is left out. */
function addressOf({ groupId, artifactId, version, repository }: ComponentSheet): string {
  if (groupId === null || artifactId === null) return `pkg:github/${repository.toLowerCase()}`
  const address = packageAddress({ type: 'maven', namespace: groupId, name: artifactId })
  return version === null || isSnapshot(version) ? address : `${address}@${encodeURIComponent(version)}`
}

function brickOf(use: BrickUse, isOfPlatform: boolean): Models.Component {
  const { brick, version, scope, license } = use
  const [name = brick, ...above] = decodeURIComponent(brick.slice(brick.indexOf('/') + 1))
    .split('/')
    .reverse()
  const type = scope === 'image' ? Enums.ComponentType.Container : Enums.ComponentType.Library
  const component = new Models.Component(type, name, {
    bomRef: brickKey(use),
    ...(above.length > 0 && { group: above.reverse().join('/') }),
    ...(version !== null && { version }),
    purl: isExact(version) ? `${brick}@${encodeURIComponent(version)}` : brick,
    // Nothing says whether what the host alone tells of is shipped.
    ...(scope !== 'indirect' && {
      scope: isShipped(scope) ? Enums.ComponentScope.Required : Enums.ComponentScope.Excluded,
    }),
  })
  if (scope === 'optional') component.scope = Enums.ComponentScope.Optional
  if (license !== null) component.licenses.add(licenseOf(license))
  if (isOfPlatform) component.properties.add(new Models.Property('parvis:collected', 'false'))
  return component
}

function isShipped(scope: BrickScope): boolean {
  return scope === 'runtime' || scope === 'image'
}

/** A range or a wish names no version that a package address could carry. */
function isExact(version: string | null): version is string {
  return version !== null && /^[\w.+-]+$/u.test(version)
}

function brickKey({ brick, version }: BrickUse): string {
  return version === null ? brick : `${brick}@${version}`
}

function licenseOf(said: string): Models.License {
  const { expression } = readSpdx(said)
  if (expression === null) return new Models.NamedLicense(said)
  const isSingle = 'license' in expression && expression.exception === null && !expression.orLater
  return isSingle && !said.startsWith('LicenseRef-') ? new Models.SpdxLicense(said) : new Models.LicenseExpression(said)
}
