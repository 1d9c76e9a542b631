import type { BrickScope } from '../facts/shapes/brick-list.ts'
import type { SpdxExpression } from '../facts/shapes/spdx.ts'
import { readSpdx } from '../facts/spdx.ts'
import {
  LICENSE_CLASSES,
  LICENSE_CONFLICTS,
  LICENSE_WELCOMES,
  LINKING_EXCEPTIONS,
} from '../reference/license-classes.ts'

/**
 * How the licence of something goes with that of a whole it is handed on in; an indication. `fits`: its notice is enough.
 * `keeps-its-terms`: it stays under its own licence inside the whole. `reaches-the-whole`: the whole can be handed on under
 * its terms alone. `conflicts`: the two cannot be met at once. `beside`: it runs next to the whole, as images and tools do.
 */
export type LicenseFit = 'fits' | 'keeps-its-terms' | 'reaches-the-whole' | 'conflicts' | 'beside' | 'unknown'

/** From the best to the worst; what is not known is neither. */
const ORDER: readonly LicenseFit[] = ['fits', 'keeps-its-terms', 'reaches-the-whole', 'conflicts']

// What the host alone tells of may be handed on: nothing says that it is not.
const HANDED_ON: readonly BrickScope[] = ['runtime', 'optional', 'indirect']

interface Asked {
  /** SPDX expression of each; null where it is not known, or where sources disagree. */
  readonly part: string | null
  readonly whole: string | null
  readonly scopes: readonly BrickScope[]
}

export function licenseFit({ part, whole, scopes }: Asked): LicenseFit {
  if (!scopes.some((scope) => HANDED_ON.includes(scope))) return 'beside'
  const wholes = whole === null ? null : readSpdx(whole).expression
  const parts = part === null ? null : readSpdx(part).expression
  // What a whole of several licences may hold is more than a table can say.
  if (parts === null || wholes === null || !('license' in wholes)) return 'unknown'
  return fitOf(parts, wholes)
}

type Single = Extract<SpdxExpression, { license: string }>

function fitOf(part: SpdxExpression, whole: Single): LicenseFit {
  if ('license' in part) return fitOfOne(part, whole)
  const sides = [fitOf(part.left, whole), fitOf(part.right, whole)]
  const ranked = sides.filter((side) => side !== 'unknown').sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  // Of two that one may choose from, one that fits is enough; of two that both hold, one that conflicts is.
  if (part.join === 'or') return ranked.length === 2 || ranked[0] === 'fits' ? (ranked[0] ?? 'unknown') : 'unknown'
  return ranked.length === 2 || ranked.at(-1) === 'conflicts' ? (ranked.at(-1) ?? 'unknown') : 'unknown'
}

function fitOfOne(part: Single, whole: Single): LicenseFit {
  const wholes = familiesOf(whole)
  const fits = familiesOf(part).flatMap((license) => wholes.map((one) => pairFit({ ...part, license }, one)))
  if (fits.includes('unknown')) return 'unknown'
  const [best = 'unknown'] = fits.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  // A text of GPL-2.0 does not say whether a later version may be taken: what hangs on that is not known.
  return best === 'conflicts' && (isUndecided(part) || isUndecided(whole)) ? 'unknown' : best
}

function pairFit({ license, exception }: Single, whole: string): LicenseFit {
  const kind = classOf(license)
  const wholeKind = classOf(whole)
  if (kind === undefined || wholeKind === undefined) return 'unknown'
  if (license === whole) return 'fits'
  const isLinked = exception !== null && LINKING_EXCEPTIONS.includes(exception)
  if (isLinked) return 'keeps-its-terms'
  if (LICENSE_WELCOMES[license]?.includes(whole)) return 'fits'
  if (LICENSE_CONFLICTS.some((pair) => pair.includes(license) && pair.includes(whole))) return 'conflicts'
  if (kind === 'permissive') return 'fits'
  if (kind === 'file' || kind === 'library') return 'keeps-its-terms'
  // Two that each want the whole for themselves.
  return wholeKind === 'whole' || wholeKind === 'network' ? 'conflicts' : 'reaches-the-whole'
}

const CLASS_OF = new Map(
  Object.entries(LICENSE_CLASSES).flatMap(([kind, families]) =>
    families.map((family): [string, string] => [family, kind]),
  ),
)

function classOf(family: string): string | undefined {
  return CLASS_OF.get(family)
}

/** The families that may be chosen: that of its id, and later ones where it says so. */
function familiesOf({ license, orLater }: Single): readonly string[] {
  const family = license.replace(/-(?:only|or-later)$/u, '')
  if (!orLater && !license.endsWith('-or-later')) return [family]
  const [, name, version] = /^(A?GPL|LGPL|EUPL)-(\d\.\d)$/u.exec(family) ?? []
  const later = [...CLASS_OF.keys()].filter(
    (one) => name !== undefined && one.startsWith(`${name}-`) && one > `${name}-${version}`,
  )
  return [family, ...later]
}

function isUndecided({ license, orLater }: Single): boolean {
  return !orLater && /^A?L?GPL-\d\.\d$/u.test(license)
}
