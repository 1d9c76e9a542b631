import { blobOid } from '#data/model/oid.ts'
import type { Entry, Source } from '#data/model/source.ts'
import type { Outcome } from '#data/model/vocabulary.ts'
import { lint } from './engine.ts'
import type { Rule, RuleCase, RulePack } from './rule.ts'

export interface TriedCase {
  readonly rule: Rule
  readonly case: RuleCase
  readonly outcome: Outcome
}

/** Judges the invented trees that rules carry, each by its own rule alone. */
export async function tryCases(packs: readonly RulePack[], asOf: string): Promise<readonly TriedCase[]> {
  const tried: TriedCase[] = []
  for (const pack of packs) {
    for (const rule of pack.families.flatMap((family) => family.rules)) {
      for (const one of rule.cases ?? []) {
        const families = [{ id: 'tried', title: rule.title, rules: [rule] }]
        const { outcomes } = await lint({ source: treeOf(one), packs: [{ ...pack, families, waivers: [] }], asOf })
        tried.push({ rule, case: one, outcome: outcomes[0]?.outcome ?? 'unknown' })
      }
    }
  }
  return tried
}

function treeOf({ name, files, repository }: RuleCase): Source {
  const contents = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
  const paths = [...contents.keys()].sort()
  const entries = paths.map((path): Entry => {
    const content = contents.get(path) ?? Buffer.alloc(0)
    return { path, mode: '100644', oid: blobOid(content), size: content.byteLength }
  })
  return {
    identity: { origin: name, repository, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: async ({ path }) => contents.get(path) ?? Buffer.alloc(0),
  }
}
