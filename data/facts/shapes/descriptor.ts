import type { Placed } from './placed.ts'

/** What a plugin descriptor (`webapp/WEB-INF/plugins/<name>.xml`) says. Texts are trimmed, line breaks and all. */
export interface Descriptor {
  /** `plug-in`, when the file is what it is named after. */
  readonly root: string
  readonly line: number
  /** Direct children of the root without children of their own, in order, empty ones included (`name`, `version`, `icon-url`...). */
  readonly elements: readonly (Placed & { readonly name: string })[]
  readonly name: Placed | null
  readonly class: Placed | null
  readonly version: Placed | null
  readonly description: Placed | null
  readonly provider: Placed | null
  readonly iconUrl: Placed | null
  /** At the top or nested in `core-version-dependency`. */
  readonly minCoreVersion: Placed | null
  readonly maxCoreVersion: Placed | null
  /** Every element that names a Java class: `class`, and all whose name ends in `-class`, as the platform's reader has them. */
  readonly classes: readonly (Placed & { readonly element: string })[]
  /** Elements whose text is shown to people, so a translation key when it looks like one; `description` and `provider` included. */
  readonly labels: readonly (Placed & { readonly element: string })[]
  readonly applications: readonly {
    readonly id: string | null
    readonly class: Placed | null
    readonly line: number
  }[]
  readonly features: readonly {
    readonly id: string | null
    readonly title: Placed | null
    readonly description: Placed | null
    readonly url: Placed | null
    readonly line: number
  }[]
}
