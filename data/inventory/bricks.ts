import type { BrickScope } from '../facts/shapes/brick-list.ts'
import type { BrickUse } from './portfolio.ts'

/** Something from outside that components use, over the whole portfolio. */
export interface Brick {
  /** Package address without version. */
  readonly brick: string
  /** Versions as they are asked for, the most used first. */
  readonly versions: readonly { readonly version: string | null; readonly components: number }[]
  readonly scopes: readonly BrickScope[]
  /** Licences that manifests name for it; several are shown, none is concluded. */
  readonly licenses: readonly string[]
  /** Ids of components, sorted. */
  readonly usedBy: readonly string[]
}

/** The most used first. Needed in tests alone, and steps of a pipeline, are left out unless they are asked for. */
export function bricksOf(
  uses: readonly BrickUse[],
  { scopes = ['runtime', 'optional', 'build', 'image'] }: { readonly scopes?: readonly BrickScope[] } = {},
): readonly Brick[] {
  const chosen = uses.filter(({ scope }) => scopes.includes(scope))
  const bricks = [...Map.groupBy(chosen, ({ brick }) => brick)].map(([brick, same]): Brick => {
    const versions = [...Map.groupBy(same, ({ version }) => version)].map(([version, those]) => ({
      version,
      components: new Set(those.map(({ component }) => component)).size,
    }))
    return {
      brick,
      versions: versions.sort(
        (a, b) => b.components - a.components || ((a.version ?? '') < (b.version ?? '') ? -1 : 1),
      ),
      scopes: scopes.filter((scope) => same.some((use) => use.scope === scope)),
      licenses: [...new Set(same.flatMap(({ license }) => license ?? []))].sort(),
      usedBy: [...new Set(same.map(({ component }) => component))].sort(),
    }
  })
  return bricks.sort((a, b) => b.usedBy.length - a.usedBy.length || (a.brick < b.brick ? -1 : 1))
}
