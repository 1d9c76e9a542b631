import { parseSync, Visitor } from 'oxc-parser'
import { decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import { scriptNestsTooDeep, TOO_DEEP_SCRIPT } from './nesting.ts'
import type { ModuleImport, ModuleImports, ModuleImportsOptions } from './shapes/module-imports.ts'

type Found = Omit<ModuleImport, 'line' | 'column'> & { readonly offset: number }

/** The modules that a file names: `import`, `export … from`, `import("…")`, `require("…")`, `import x = require("…")`. */
export const moduleImports = defineExtractor<ModuleImports, ModuleImportsOptions>({
  id: 'module-imports',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { language }) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const { text } = decoded
    if (scriptNestsTooDeep(text)) return { ok: false, problem: TOO_DEEP_SCRIPT }
    const { program, module, errors } = parseSync(`file.${language}`, text, {
      lang: language,
      sourceType: 'unambiguous',
    })
    const error = errors.find(({ severity }) => severity === 'Error')
    if (error !== undefined) {
      const place = lineIndex(text)(error.labels[0]?.start ?? 0)
      return { ok: false, problem: { code: 'script-malformed', message: error.message, ...place } }
    }
    const found: Found[] = [
      ...module.staticImports.map(({ moduleRequest, entries }): Found => {
        const isType = entries.length > 0 && entries.every((entry) => entry.isType)
        return { specifier: moduleRequest.value, kind: 'import', isType, offset: moduleRequest.start }
      }),
      ...module.staticExports.flatMap(({ entries }): Found[] => {
        const request = entries[0]?.moduleRequest
        if (!request) return []
        const isType = entries.every((entry) => entry.isType)
        return [{ specifier: request.value, kind: 'export', isType, offset: request.start }]
      }),
    ]
    if (/\b(?:require|import)\s*\(/u.test(text)) found.push(...called(program))
    const place = lineIndex(text)
    const sorted = found.toSorted((a, b) => a.offset - b.offset)
    return { ok: true, fact: sorted.map(({ offset, ...each }) => ({ ...each, ...place(offset) })) }
  },
})

type Program = ReturnType<typeof parseSync>['program']

function called(program: Program): readonly Found[] {
  const found: Found[] = []
  const add = (kind: Found['kind'], node: { type: string; start: number }) => {
    const specifier = literalOf(node)
    if (specifier !== null) found.push({ specifier, kind, isType: false, offset: node.start })
  }
  new Visitor({
    ImportExpression: ({ source }) => add('dynamic', source),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && first !== undefined) add('require', first)
    },
    TSExternalModuleReference: ({ expression }) => add('require', expression),
  }).visit(program)
  return found
}

/** The text of a string, or of a template without anything in it. */
function literalOf(node: {
  type: string
  value?: unknown
  quasis?: readonly { value: { cooked: string | null } }[]
}): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  const [only, ...more] = node.type === 'TemplateLiteral' ? (node.quasis ?? []) : []
  return more.length === 0 ? (only?.value.cooked ?? null) : null
}
