/**
 * Order of versions as Maven has it: numbers by value, missing ones as zero, `alpha < beta < milestone < rc < snapshot <
 * (none) < sp`, any other word after these. Source: the versions page of the POM reference.
 */
export function compareMavenVersions(one: string, other: string): number {
  const left = partsOf(one)
  const right = partsOf(other)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = compareParts(left[index], right[index])
    if (difference !== 0) return difference
  }
  return 0
}

export function isSnapshot(version: string): boolean {
  return /-SNAPSHOT$/iu.test(version)
}

/**
 * Anything that comes before its final version: alpha, beta, milestone, candidate, snapshot, and what other builds than
 * those of Maven call so. A number nought behind three others and a hyphen counts up to a final version in npm.
 */
export function isPrerelease(version: string): boolean {
  if (/^\d+\.\d+\.\d+-0(?:\.|$)/u.test(version)) return true
  const final = QUALIFIERS.indexOf('')
  return partsOf(version).some(
    (part) => typeof part === 'string' && part !== '' && (rankOf(part) < final || BEFORE_FINAL.includes(part)),
  )
}

/** The first number; undefined when there is none. */
export function majorOf(version: string): number | undefined {
  const [digits] = /^\d+/u.exec(version) ?? []
  return digits === undefined ? undefined : Number(digits)
}

type Part = number | string

const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']
const BEFORE_FINAL = [
  ...['pre', 'prerelease', 'preview', 'dev', 'nightly', 'canary', 'next', 'draft', 'wd', 'wip', 'test', 'testing'],
  ...['unstable', 'experimental', 'eap'],
]
const SHORT: Readonly<Record<string, string>> = {
  a: 'alpha',
  b: 'beta',
  m: 'milestone',
  cr: 'rc',
  ga: '',
  final: '',
  release: '',
}

/** Numbers and words, apart wherever a dot, a hyphen or a change between the two stands; without what says nothing at the end. */
function partsOf(version: string): readonly Part[] {
  const parts = version
    .toLowerCase()
    .split(/[.\-_]|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/u)
    .map((part): Part => (/^\d+$/u.test(part) ? Number(part) : (SHORT[part] ?? part)))
  while (parts.at(-1) === 0 || parts.at(-1) === '') parts.pop()
  return parts
}

function compareParts(one: Part | undefined, other: Part | undefined): number {
  if (typeof one === 'number' || typeof other === 'number') {
    // Next to a number, nothing is zero and a word is less than any number.
    const left = one === undefined ? 0 : one
    const right = other === undefined ? 0 : other
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return typeof left === 'number' ? 1 : -1
  }
  const [left, right] = [rankOf(one ?? ''), rankOf(other ?? '')]
  if (left !== right) return left - right
  return (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0
}

function rankOf(word: string): number {
  const rank = QUALIFIERS.indexOf(word)
  return rank < 0 ? QUALIFIERS.length : rank
}
