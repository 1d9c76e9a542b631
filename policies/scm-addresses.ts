import { type ResolvedText, resolveProperties } from '#data/facts/pom-properties.ts'
import type { Pom, PomScm } from '#data/facts/shapes/pom.ts'

export const SCM_ELEMENTS = ['connection', 'developerConnection', 'url'] as const
export type ScmElement = (typeof SCM_ELEMENTS)[number]

export interface ScmAddress extends ResolvedText {
  readonly element: ScmElement
  readonly line: number
}

/** Source addresses of a build file that are there and not empty, properties in their place. */
export function scmAddresses(pom: Pom | undefined): readonly ScmAddress[] {
  const scm: PomScm | null = pom?.scm ?? null
  if (pom === undefined || scm === null) return []
  return SCM_ELEMENTS.flatMap((element) => {
    const placed = scm[element]
    if (placed === null || placed.text === '') return []
    return [{ element, line: placed.line, ...resolveProperties(placed.text, pom) }]
  })
}
