import { languageOfSentence } from '../facts/text/language.ts'
import type { Language } from '../model/vocabulary.ts'
import type { ComponentSheet } from './components.ts'
import type { Inventory } from './inventory.ts'
import { certainLicense, type LicenseEvidence } from './licenses.ts'
import { isPrerelease } from './maven/version.ts'

/** What is known of a component for a sheet of the publiccode.yml standard; null and empty where nothing at hand says it. */
export interface PubliccodeDraft {
  readonly component: string
  readonly repository: string
  readonly name: string
  readonly url: string | null
  readonly softwareVersion: string | null
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string | null
  readonly platforms: readonly string[]
  readonly developmentStatus: 'beta' | 'stable' | 'obsolete' | null
  readonly softwareType: string | null
  readonly shortDescriptions: readonly { readonly language: Language; readonly text: string }[]
  /** What the host or the build file says of it in a language that was not recognised, or at too great a length. */
  readonly saidOfIt: string | null
  readonly license: string | null
  /** What sources say where they name several licences, or none that SPDX still knows. */
  readonly saidLicenses: readonly LicenseEvidence[]
  readonly maintenance: string | null
  readonly maintainer: string | null
  /** None where no texts were found: then nobody knows. */
  readonly languages: readonly string[]
  /** What it runs on, with the versions that its descriptors admit. */
  readonly dependsOn: readonly {
    readonly name: string
    readonly versionMin: string | null
    readonly versionMax: string | null
  }[]
}

/** Characters that catalogues show of a short description. */
const SHORT = 150

interface Around {
  readonly inventory: Inventory
  /** Languages that its texts are in, by what was read of them. */
  readonly languages: readonly string[]
}

/** A draft of what is known; nothing in it is guessed. */
export function publiccodeDraft(sheet: ComponentSheet, { inventory, languages }: Around): PubliccodeDraft {
  const declared = inventory.records.get(sheet.id)?.declared ?? null
  const build = inventory.portfolio.components.find(({ id }) => id === sheet.id)?.build ?? null
  const { release, license } = sheet
  const spdx = certainLicense(license)
  // A text says GPL-3.0 and not whether a later one may be taken: the standard wants that said.
  const isWhole = spdx !== null && !/^[AL]?GPL-\d\.\d$/u.test(spdx)
  return {
    ...{
      component: sheet.id,
      repository: sheet.repository,
      name: build?.title ?? sheet.name,
      url: sheet.url ?? addressOf(build?.scm, sheet),
    },
    softwareVersion: release?.version ?? null,
    releaseDate: release?.publishedAt?.slice(0, 10) ?? null,
    platforms: sheet.line === null ? [] : ['web'],
    developmentStatus: statusOf(sheet),
    softwareType: typeOf(sheet),
    ...descriptionsOf([sheet.description, build?.description ?? null], declared?.summary ?? null),
    license: isWhole ? spdx : null,
    saidLicenses: isWhole ? [] : license.evidence,
    ...{ maintenance: declared?.maintenance ?? null, maintainer: declared?.maintainer ?? null, languages },
    dependsOn: platformOf(sheet, inventory),
  }
}

/** The address in its build file, where it is that of this very repository. */
function addressOf(scm: string | null | undefined, { repository }: ComponentSheet): string | null {
  const [, host, path] = /(?:^|[/@])([\w.-]+\.[a-z]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/iu.exec(scm ?? '') ?? []
  return path?.toLowerCase() === repository.toLowerCase() ? `https://${host}/${repository}` : null
}

/** A final release is one that its makers call good for use; without any release only people know. */
function statusOf({ state, release }: ComponentSheet): PubliccodeDraft['developmentStatus'] {
  if (state === 'obsolete' || state === 'archived') return 'obsolete'
  if (release === null) return null
  return isPrerelease(release.version) ? 'beta' : 'stable'
}

function typeOf({ kind, line }: ComponentSheet): string | null {
  switch (kind) {
    case 'plugin':
    case 'module':
    case 'theme':
      return 'addon'
    case 'library':
      return 'library'
    case 'core':
    case 'site':
    case 'pack':
      return line === null ? null : 'standalone/web'
    case 'tool':
    case 'other':
    case null:
      return null
  }
}

function descriptionsOf(
  said: readonly (string | null)[],
  summary: Readonly<Record<Language, string>> | null,
): Pick<PubliccodeDraft, 'shortDescriptions' | 'saidOfIt'> {
  if (summary !== null) {
    const both = (['fr', 'en'] as const).map((language) => ({ language, text: summary[language] }))
    return { shortDescriptions: both.filter(({ text }) => text !== ''), saidOfIt: null }
  }
  const [first] = said.flatMap((text) => text?.trim() || [])
  if (first === undefined) return { shortDescriptions: [], saidOfIt: null }
  const language = languageOfSentence(first)
  if (language === null || [...first].length > SHORT) return { shortDescriptions: [], saidOfIt: first }
  return { shortDescriptions: [{ language, text: first }], saidOfIt: null }
}

/** The core that its descriptors ask for, by the name that the portfolio has for it. */
function platformOf({ descriptors, kind }: ComponentSheet, inventory: Inventory): PubliccodeDraft['dependsOn'] {
  const core = inventory.portfolio.components.find((component) => component.kind === 'core')?.build?.artifactId
  if (core === undefined || kind === 'core') return []
  const [admitted] = descriptors.filter(({ minCoreVersion, maxCoreVersion }) => minCoreVersion ?? maxCoreVersion)
  if (admitted === undefined) return []
  return [{ name: core, versionMin: admitted.minCoreVersion, versionMax: admitted.maxCoreVersion }]
}
