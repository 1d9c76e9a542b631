import { isMap, isScalar, isSeq, type Pair, visit } from 'yaml'
import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import type { Placed } from './shapes/placed.ts'
import type { WorkflowRisks } from './shapes/workflow-risks.ts'
import { openYamlTree } from './yaml-tree.ts'

/** Written by whoever opens an issue, names a branch or signs a commit; numbers, ids and logins are none of it. */
const STRANGERS = [
  'head_ref',
  'event\\.(?:issue|pull_request|discussion)\\.(?:title|body)',
  'event\\.(?:comment|review|review_comment)\\.body',
  'event\\.pull_request\\.head\\.(?:ref|label|repo\\.default_branch)',
  'event\\.(?:head_commit|commits\\S{0,20})\\.(?:message|author\\.(?:name|email))',
  'event\\.pages\\S{0,20}\\.page_name',
  'event\\.workflow_run\\.(?:head_branch|display_title|head_commit\\.(?:message|author\\.(?:name|email))|head_repository\\.description)',
]
/** Anything inside an expression, a single brace of a format included. */
const INSIDE = '(?:[^}\\n]|\\}(?!\\})){0,200}?'
const INJECTED = new RegExp(`\\$\\{\\{${INSIDE}\\b(github\\.(?:${STRANGERS.join('|')}))\\b${INSIDE}\\}\\}`, 'gu')
const PROPOSED =
  /github\.(?:head_ref|event\.(?:pull_request\.(?:head|merge_commit_sha)\b|workflow_run\.(?:head_|pull_requests)))|refs\/pull\/|pull_request\.number/u
const SCRIPTS: ReadonlySet<unknown> = new Set(['run', 'script'])
const MAX_FOUND = 100

export const workflowRisks = defineExtractor<WorkflowRisks>({
  id: 'workflow-risks',
  version: 2,
  maxBytes: 1_000_000,
  extract(content) {
    const opened = openYamlTree(content)
    if (!opened.ok) return { ok: false, problem: opened.problems[0] }
    const { document } = opened.tree
    const text = decodeText(content)?.text ?? ''
    const place = (offset: number) => opened.tree.place(offset).line
    const injected: Placed[] = []
    const checkouts: Placed[] = []
    visit(document, {
      Pair(_index, pair) {
        if (isScalar(pair.key) && SCRIPTS.has(pair.key.value)) injected.push(...injectedIn(pair, text, place))
      },
      Map(_index, step) {
        if (!/^actions\/checkout(?:@|$)/u.test(String(step.get('uses') ?? ''))) return
        // A fork may be named without a commit: its default branch is as strange.
        const taken = ['ref', 'repository'].map((key) => step.getIn(['with', key], true))
        const proposed = taken.find((one) => isScalar(one) && PROPOSED.test(String(one.value)))
        if (!isScalar(proposed)) return
        checkouts.push({ text: String(proposed.value).slice(0, 200), line: place(proposed.range?.[0] ?? 0) })
      },
    })
    const triggers = triggersOf(document.get('on', true))
    const [first, second] = [injected, checkouts].map((found) => found.slice(0, MAX_FOUND))
    return { ok: true, fact: { triggers, injected: first ?? [], checkouts: second ?? [] } }
  },
})

/** Looked for in the file itself, so that places in a script of many lines are right. */
function injectedIn({ value }: Pair, text: string, place: (offset: number) => number): readonly Placed[] {
  if (!isScalar(value) || !value.range) return []
  const [start, end] = value.range
  return [...text.slice(start, end).matchAll(INJECTED)].map(({ 1: expression = '', index }) => ({
    text: expression,
    line: place(start + index),
  }))
}

function triggersOf(on: unknown): readonly string[] {
  if (isScalar(on)) return [String(on.value)]
  if (isSeq(on)) return on.items.map((item) => String(isScalar(item) ? item.value : item))
  return isMap(on) ? on.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : []
}
