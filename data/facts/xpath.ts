import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/**
 * Forms of XPath that can compute without reading the document, so without end: what a query may take is counted in
 * steps over the document.
 */
const REFUSED: Readonly<Record<string, string>> = {
  rangeSequenceExpr: 'ranges, `1 to 9`',
  flworExpr: '`for` and `let`',
  inlineFunctionExpr: 'functions of its own',
  namedFunctionRef: 'references to functions',
  dynamicFunctionInvocationExpr: 'calls of a value',
  simpleMapExpr: 'maps, `a ! b`',
  arrowExpr: 'arrows, `a => b()`',
}

/** Refuses, with a `SyntaxError`, what is no XPath 3.1 or cannot be bounded. The engine is loaded on first use. */
export function checkXPath(source: string): void {
  const { Language, parseScript } = load('fontoxpath') as typeof import('fontoxpath')
  const { Document } = load('slimdom') as typeof import('slimdom')
  let tree: { getElementsByTagNameNS(namespace: string, name: string): readonly unknown[] }
  try {
    tree = parseScript(source, { language: Language.XPATH_3_1_LANGUAGE }, new Document()) as unknown as typeof tree
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new SyntaxError(`it is no XPath 3.1: ${first}`)
  }
  for (const [name, form] of Object.entries(REFUSED)) {
    if (tree.getElementsByTagNameNS('*', name).length > 0) {
      throw new SyntaxError(`queries are XPath 3.1 without ${form}.`)
    }
  }
}
