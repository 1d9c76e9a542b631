import { compileGlobs } from '#data/facts/glob.ts'
import type { RulePack, Waiver } from './rule.ts'

const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** Waivers of these repositories (`owner/name`) that still hold on a day and end within thirty, the first to end first. */
export function waiversEnding(
  packs: readonly RulePack[],
  { asOf, repositories }: { readonly asOf: string; readonly repositories: readonly string[] },
): readonly Waiver[] {
  const last = new Date(Date.parse(asOf) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10)
  const names = repositories.map((name) => name.toLowerCase())
  const ending = packs
    .flatMap((pack) => pack.waivers)
    .filter(({ until, subject }) => {
      return until >= asOf && until <= last && names.some(compileGlobs([subject.toLowerCase()]))
    })
  // A pack and one that extends it have the same ones.
  const once = new Map(ending.map((waiver) => [JSON.stringify(waiver), waiver]))
  return [...once.values()].sort((one, other) => one.until.localeCompare(other.until))
}
