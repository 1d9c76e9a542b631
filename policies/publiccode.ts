import type { Publiccode, YamlNode } from '#data/facts/shapes/publiccode.ts'
import type { Evidence, EvidenceNeed, Judgement } from './rule.ts'

/** The standard knows one place and one spelling. */
export const PUBLICCODE = 'publiccode.yml'

export const PUBLICCODE_NEED: EvidenceNeed = { extractor: 'publiccode', paths: [PUBLICCODE] }

/** The file, or what to answer when there is none to judge. */
export function openPubliccode({ facts }: Pick<Evidence, 'facts'>): Publiccode | Judgement {
  const file = facts('publiccode').get(PUBLICCODE)
  if (file === undefined) return { outcome: 'not-applicable' }
  const [problem] = file.problems
  if (problem === undefined) return file
  const { line, column } = problem
  return { outcome: 'unknown', messageId: 'broken', args: {}, location: { path: PUBLICCODE, line, column } }
}

/** For the checks that open the file with `openPubliccode`. */
export const BROKEN = {
  broken: {
    fr: 'le fichier n’est pas du YAML : PCY-02 dit où',
    en: 'the file is no YAML: PCY-02 says where',
  },
} as const

/** Nodes at a path of keys; `*` stands for any key or position. */
export function nodesAt({ nodes }: Publiccode, wanted: string): readonly YamlNode[] {
  const keys = wanted.split('.')
  return nodes.filter(({ path }) => {
    return path.length === keys.length && keys.every((key, index) => key === '*' || key === String(path[index]))
  })
}

/** The text of the one value at a path without `*`. */
export function textAt(file: Publiccode, path: string): string | undefined {
  return nodesAt(file, path)[0]?.text?.trim() ?? undefined
}
