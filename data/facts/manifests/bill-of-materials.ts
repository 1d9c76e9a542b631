import { PackageURL } from 'packageurl-js'
import { decodeText } from '../decode.ts'
import { defineExtractor, type Extracted, NOT_TEXT } from '../extractor.ts'
import type { BrickList, UsedBrick } from '../shapes/brick-list.ts'
import { invalid, isObject, listOf, parseJson, textOf } from './json.ts'

/** A bill of materials in JSON, CycloneDX or SPDX 2: the way in for every ecosystem that has no reader of its own. */
export const billOfMaterials = defineExtractor<BrickList>({
  id: 'bill-of-materials',
  version: 1,
  maxBytes: 50_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const parsed = parseJson(decoded.text)
    if (!parsed.ok) return parsed
    if (!isObject(parsed.value)) return invalid('A bill of materials is a JSON object.')
    if (parsed.value.bomFormat === 'CycloneDX') return cycloneDx(parsed.value)
    if (typeof parsed.value.spdxVersion === 'string') return spdx(parsed.value)
    return invalid('The file is neither CycloneDX nor SPDX.')
  },
})

type Json = Readonly<Record<string, unknown>>

function cycloneDx(document: Json): Extracted<BrickList> {
  const metadata = isObject(document.metadata) ? document.metadata : {}
  const about = isObject(metadata.component) ? metadata.component : {}
  const bricks = componentsOf(document).flatMap((component): readonly UsedBrick[] => {
    const scope = component.scope === 'optional' ? 'optional' : component.scope === 'excluded' ? 'build' : 'runtime'
    const brick = { version: textOf(component.version), scope, license: cycloneLicense(component), line: null } as const
    return named(component.purl, component.name, brick)
  })
  const { name, version } = about
  return {
    ok: true,
    fact: { about: { name: textOf(name), version: textOf(version), license: cycloneLicense(about) }, bricks },
  }
}

/** Components hold components. */
function componentsOf(holder: Json): readonly Json[] {
  return listOf(holder.components)
    .filter(isObject)
    .flatMap((component) => [component, ...componentsOf(component)])
}

function cycloneLicense({ licenses }: Json): string | null {
  const texts = listOf(licenses).flatMap((one) => {
    if (!isObject(one)) return []
    const license = isObject(one.license) ? one.license : {}
    return textOf(one.expression) ?? textOf(license.id) ?? textOf(license.name) ?? []
  })
  return texts.length === 0 ? null : texts.join(' AND ')
}

function spdx(document: Json): Extracted<BrickList> {
  const described = new Set(
    [
      ...listOf(document.documentDescribes),
      ...listOf(document.relationships)
        .filter(isObject)
        .flatMap((one) => (one.relationshipType === 'DESCRIBES' ? [one.relatedSpdxElement] : [])),
    ].map(String),
  )
  const packages = listOf(document.packages).filter(isObject)
  const about = packages.find(({ SPDXID }) => described.has(String(SPDXID)))
  const bricks = packages
    .filter((one) => one !== about)
    .flatMap((one): readonly UsedBrick[] => {
      const address = listOf(one.externalRefs)
        .filter(isObject)
        .find(({ referenceType }) => referenceType === 'purl')
      const brick = {
        version: textOf(one.versionInfo),
        scope: 'runtime',
        license: spdxLicense(one),
        line: null,
      } as const
      return named(address?.referenceLocator, one.name, brick)
    })
  const license = about === undefined ? null : spdxLicense(about)
  return {
    ok: true,
    fact: { about: { name: textOf(about?.name), version: textOf(about?.versionInfo), license }, bricks },
  }
}

function spdxLicense({ licenseConcluded, licenseDeclared }: Json): string | null {
  const said = [licenseConcluded, licenseDeclared].map(textOf)
  return said.find((text) => text !== null && text !== 'NOASSERTION' && text !== 'NONE') ?? null
}

/** By its package address, else by its name alone, of no known ecosystem. */
function named(
  address: unknown,
  name: unknown,
  rest: Pick<UsedBrick, 'version' | 'scope' | 'license' | 'line'>,
): readonly UsedBrick[] {
  const written = textOf(address)
  if (written !== null) {
    try {
      const purl = PackageURL.fromString(written)
      const { type, namespace, name: own, version } = purl
      return [{ ...rest, type, namespace: namespace ?? null, name: own, version: version ?? rest.version }]
    } catch {
      // What is no package address is read by its name.
    }
  }
  const plain = textOf(name)
  return plain === null ? [] : [{ ...rest, type: 'generic', namespace: null, name: plain }]
}
