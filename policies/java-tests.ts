import type { JavaOutline } from '#data/facts/shapes/java-outline.ts'
import { simpleName } from './java-types.ts'
import { pattern, readOptions, record, texts } from './options.ts'

/** Options with which checks say where tests are and what makes one. */
export const TEST_OPTIONS = {
  testFolders: texts('folders of tests'),
  /** A class whose file has such an import is a test... */
  imports: pattern(),
  /** ...and so is one that extends such a base, given without package. */
  bases: pattern(),
} as const

type TestOptions = ReturnType<typeof readTestOptions>
const readTestOptions = (value: unknown) => readOptions(record(TEST_OPTIONS), value)

/** Files that hold a test. Told without looking at methods: old tests have no annotation, new ones import theirs. */
export function testsAmong(
  outlines: ReadonlyMap<string, JavaOutline>,
  { imports, bases }: TestOptions,
): readonly (readonly [path: string, outline: JavaOutline])[] {
  return [...outlines].filter(([, outline]) => {
    const isImported = outline.imports.some(({ name, isWildcard }) => imports.test(isWildcard ? `${name}.*` : name))
    return isImported || outline.types.some((type) => type.extends.some((base) => bases.test(simpleName(base))))
  })
}
