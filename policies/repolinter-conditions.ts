import { SOURCE_LANGUAGES } from './languages.ts'
import { isMapping } from './options.ts'
import { Unsupported } from './repolinter-rules.ts'

/** Names by which conditions go, and what they ask: both are the ruleset's to say. */
export function axiomsOf(written: unknown): ReadonlyMap<string, string> {
  const pairs = isMapping(written) ? Object.entries(written) : []
  return new Map(pairs.map(([axiom, name]) => [String(name), axiom]))
}

/** Those that say something here. */
export const AXIOMS: ReadonlySet<string> = new Set(['linguist', 'packagers', 'licensee'])

const PACKAGERS: Readonly<Record<string, readonly string[]>> = {
  ...{ maven: ['pom.xml'], maven1: ['project.xml'], npm: ['package.json'], pypi: ['setup.py'], nuget: ['*.nuspec'] },
  ...{ cocoapod: ['*.podspec'], cargo: ['Cargo.toml'], rubygem: ['*.gemspec'], cran: ['DESCRIPTION'] },
  ...{ cpan: ['Makefile.PL', 'Build.PL'], pear: ['package.xml'], ivy: ['ivy.xml'], gradle: ['build.gradle'] },
}
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { 'c++': 'cpp', 'c#': 'csharp' }

/** All conditions must hold: at most one of each sort can be said. */
export function conditionOf(where: readonly string[], axioms: ReadonlyMap<string, string>) {
  const condition: Record<string, readonly string[]> = {}
  for (const one of where) {
    const [name = '', value = ''] = one.split('=')
    const axiom = axioms.get(name)
    if (axiom === undefined && !/[<>]/u.test(one)) {
      throw new Unsupported(`the condition "${one}" names no axiom of the ruleset: repolinter never asks the rule.`)
    }
    // There it holds wherever the axiom could be asked at all.
    if (value === '*' && AXIOMS.has(axiom ?? '')) continue
    const asked = CONDITIONS[axiom ?? '']?.(value)
    if (asked === undefined) throw new Unsupported(`the condition "${one}" cannot be asked here.`)
    if (condition[asked.key] !== undefined) throw new Unsupported(`two conditions of one sort, "${one}" the second.`)
    condition[asked.key] = asked.values
  }
  const { license = [], ...when } = condition
  return { licenses: license, when: Object.keys(when).length > 0 ? when : undefined }
}

type Asked = { readonly key: 'language' | 'files' | 'license'; readonly values: readonly string[] }

const CONDITIONS: Readonly<Record<string, (value: string) => Asked | undefined>> = {
  linguist: (value) => {
    const small = value.toLowerCase()
    const language = SOURCE_LANGUAGES.find((known) => known === (LANGUAGE_NAMES[small] ?? small))
    return language === undefined ? undefined : { key: 'language', values: [language] }
  },
  packagers: (value) => {
    const values = PACKAGERS[value.toLowerCase()]
    return values === undefined ? undefined : { key: 'files', values }
  },
  licensee: (value) => (value === '' ? undefined : { key: 'license', values: [value] }),
}
