import { lutece } from '../classifiers/lutece.ts'
import type { Check, Classifier } from '../rule.ts'
import { branchDefault } from './branch-default.ts'
import { branchPresent } from './branch-present.ts'
import { branchRules } from './branch-rules.ts'
import { bundleLanguage } from './bundle-language.ts'
import { changesTold } from './changes-told.ts'
import { commitSubjects } from './commit-subjects.ts'
import { dataSchema } from './data-schema.ts'
import { dataValues } from './data-values.ts'
import { dependencyDeclared } from './dependency-declared.ts'
import { dependencyTypes } from './dependency-types.ts'
import { dependencyVersion } from './dependency-version.ts'
import { entriesFormed } from './entries-formed.ts'
import { fileAbsent } from './file-absent.ts'
import { fileBeside } from './file-beside.ts'
import { fileCount } from './file-count.ts'
import { fileForTypes } from './file-for-types.ts'
import { fileHash } from './file-hash.ts'
import { filePresent } from './file-present.ts'
import { headerRate } from './header-rate.ts'
import { hostSays } from './host-says.ts'
import { javaImports } from './java-imports.ts'
import { javaMembers } from './java-members.ts'
import { javaPackageFolder } from './java-package-folder.ts'
import { javaTestNames } from './java-test-names.ts'
import { javaTestPackages } from './java-test-packages.ts'
import { javaTypes } from './java-types.ts'
import { keysCovered } from './keys-covered.ts'
import { keysOrphaned } from './keys-orphaned.ts'
import { keysUnique } from './keys-unique.ts'
import { licenseAllowed } from './license-allowed.ts'
import { licenseRecognised } from './license-recognised.ts'
import { bundleFound } from './lutece/bundle-found.ts'
import { bundlePrefix } from './lutece/bundle-prefix.ts'
import { descriptorClasses } from './lutece/descriptor-classes.ts'
import { descriptorCoreVersion } from './lutece/descriptor-core-version.ts'
import { descriptorElements } from './lutece/descriptor-elements.ts'
import { descriptorLabels } from './lutece/descriptor-labels.ts'
import { descriptorNames } from './lutece/descriptor-names.ts'
import { descriptorPages } from './lutece/descriptor-pages.ts'
import { descriptorVersion } from './lutece/descriptor-version.ts'
import { keysPrefixed } from './lutece/keys-prefixed.ts'
import { packageNames } from './lutece/package-names.ts'
import { placedByName } from './lutece/placed-by-name.ts'
import { sqlChangesets } from './lutece/sql-changesets.ts'
import { sqlFolders } from './lutece/sql-folders.ts'
import { sqlTables } from './lutece/sql-tables.ts'
import { sqlUpgrades } from './lutece/sql-upgrades.ts'
import { templateKeys } from './lutece/template-keys.ts'
import { moduleImports } from './module-imports.ts'
import { nameMatches } from './name-matches.ts'
import { namesAgree } from './names-agree.ts'
import { namesStyled } from './names-styled.ts'
import { pathMatches } from './path-matches.ts'
import { pomCoordinate } from './pom-coordinate.ts'
import { pomParent } from './pom-parent.ts'
import { pomParentAge } from './pom-parent-age.ts'
import { pomProperties } from './pom-properties.ts'
import { pomRepositories } from './pom-repositories.ts'
import { pomVersionOnBranch } from './pom-version-on-branch.ts'
import { propertiesReadable } from './properties-readable.ts'
import { proseLength } from './prose-length.ts'
import { publiccodeAddress } from './publiccode/address.ts'
import { publiccodeDates } from './publiccode/dates.ts'
import { publiccodeKeys } from './publiccode/keys.ts'
import { publiccodeKnownKeys } from './publiccode/known-keys.ts'
import { publiccodeLanguages } from './publiccode/languages.ts'
import { publiccodeLicense } from './publiccode/license.ts'
import { publiccodePictures } from './publiccode/pictures.ts'
import { publiccodeReadable } from './publiccode/readable.ts'
import { publiccodeRelease } from './publiccode/release.ts'
import { resourceKeys } from './resource-keys.ts'
import { reuseBulkReadable } from './reuse/bulk-readable.ts'
import { reuseFilesCovered } from './reuse/files-covered.ts'
import { reuseLicensesKnown } from './reuse/licenses-known.ts'
import { reuseTextsMatch } from './reuse/texts-match.ts'
import { scmElements } from './scm-elements.ts'
import { scmRepository } from './scm-repository.ts'
import { secretsAbsent } from './secrets-absent.ts'
import { shellFiles } from './shell-files.ts'
import { sqlHeader } from './sql-header.ts'
import { tagNames } from './tag-names.ts'
import { textFreeOf } from './text-free-of.ts'
import { textHolds } from './text-holds.ts'
import { underGit } from './under-git.ts'
import { valuesAgree } from './values-agree.ts'
import { versionsAgree } from './versions-agree.ts'
import { waiversCurrent } from './waivers-current.ts'
import { workflowInput } from './workflow-input.ts'
import { xmlValues } from './xml-values.ts'

/** What packs may call, in the order of the alphabet. */
export const CHECKS: readonly Check[] = [
  branchDefault,
  branchPresent,
  branchRules,
  bundleLanguage,
  changesTold,
  commitSubjects,
  dataSchema,
  dataValues,
  dependencyDeclared,
  dependencyTypes,
  dependencyVersion,
  entriesFormed,
  fileAbsent,
  fileBeside,
  fileCount,
  fileForTypes,
  fileHash,
  filePresent,
  headerRate,
  hostSays,
  javaImports,
  javaMembers,
  javaPackageFolder,
  javaTestNames,
  javaTestPackages,
  javaTypes,
  keysCovered,
  keysOrphaned,
  keysUnique,
  licenseAllowed,
  licenseRecognised,
  bundleFound,
  bundlePrefix,
  descriptorClasses,
  descriptorCoreVersion,
  descriptorElements,
  descriptorLabels,
  descriptorNames,
  descriptorPages,
  descriptorVersion,
  keysPrefixed,
  packageNames,
  placedByName,
  sqlChangesets,
  sqlFolders,
  sqlTables,
  sqlUpgrades,
  templateKeys,
  moduleImports,
  nameMatches,
  namesStyled,
  namesAgree,
  pathMatches,
  pomCoordinate,
  pomParent,
  pomParentAge,
  pomProperties,
  pomRepositories,
  pomVersionOnBranch,
  propertiesReadable,
  resourceKeys,
  proseLength,
  publiccodeAddress,
  publiccodeDates,
  publiccodeKeys,
  publiccodeKnownKeys,
  publiccodeLanguages,
  publiccodeLicense,
  publiccodePictures,
  publiccodeReadable,
  publiccodeRelease,
  reuseBulkReadable,
  reuseFilesCovered,
  reuseLicensesKnown,
  reuseTextsMatch,
  scmElements,
  scmRepository,
  secretsAbsent,
  sqlHeader,
  shellFiles,
  tagNames,
  underGit,
  valuesAgree,
  textFreeOf,
  textHolds,
  versionsAgree,
  waiversCurrent,
  workflowInput,
  xmlValues,
]

export const CLASSIFIERS: readonly Classifier[] = [lutece]

/** The check of that id; an error when there is none, for a pack that loaded names no other. */
export function findCheck(id: string): Check {
  return found(CHECKS, id)
}

export function findClassifier(id: string): Classifier {
  return found(CLASSIFIERS, id)
}

function found<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Error(`There is no "${id}" here.`)
  return item
}
