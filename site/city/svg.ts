import { SaxesParser, type SaxesTagNS } from 'saxes'
import { escapeMarkup } from '#data/model/markup.ts'

export type CleanSvg = { readonly svg: string } | SvgProblem

interface SvgProblem {
  readonly problem: string
  readonly line: number
  readonly column: number
}

const SVG = 'http://www.w3.org/2000/svg'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** Shapes, paints and what holds them: no script, no foreign content, no link, no animation, no other file. */
const KEPT = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'text', 'tspan', 'textPath'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker'],
  ...['filter', 'feGaussianBlur', 'feOffset', 'feBlend', 'feColorMatrix', 'feComposite', 'feFlood'],
  ...['feMerge', 'feMergeNode'],
])

/**
 * A drawing with nothing in it that runs or fetches. What drawing programs keep for themselves goes without a word, and
 * styles become attributes, since the policy of the pages lets no style through; anything else is told with its place.
 */
export function cleanSvg(source: string): CleanSvg {
  const parser = new SaxesParser({ xmlns: true })
  const out: string[] = []
  const classes = new Map<string, string>()
  let problem: SvgProblem | undefined
  let dropped = 0
  let style: string | undefined
  const refuse = (text: string) => {
    problem ??= { problem: text, line: parser.line, column: parser.column }
  }
  parser.on('error', (error) => refuse(error.message.replace(/^[\d:]+\s*/u, '')))
  parser.on('opentag', (tag) => {
    if (dropped > 0 || isLeftOut(tag)) dropped += 1
    else if (tag.uri === SVG && tag.local === 'style') style = ''
    else if (tag.uri === SVG && KEPT.has(tag.local)) out.push(`<${tag.local}${attributesOf(tag, classes, refuse)}>`)
    else refuse(`a drawing of the site holds no <${tag.name}>.`)
  })
  parser.on('closetag', (tag) => {
    if (dropped > 0) dropped -= 1
    else if (style !== undefined) {
      readClasses(style, classes, refuse)
      style = undefined
    } else out.push(`</${tag.local}>`)
  })
  const addText = (text: string) => {
    if (style !== undefined) style += text
    else if (dropped === 0) out.push(escapeMarkup(text))
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source.replace(/^\uFEFF/u, '')).close()
  return problem ?? { svg: `${out.join('').trim()}\n` }
}

/** What programs write for themselves. Content of web pages is no such thing. */
function isLeftOut({ uri, local }: SaxesTagNS): boolean {
  return (uri !== SVG && uri !== XHTML && uri !== '') || (uri === SVG && local === 'metadata')
}

type Refuse = (text: string) => void

function attributesOf(tag: SaxesTagNS, classes: ReadonlyMap<string, string>, refuse: Refuse): string {
  const kept = new Map<string, string>()
  const given = Object.values(tag.attributes)
  const named = given.find(({ name }) => name === 'class')?.value.split(/\s+/u) ?? []
  for (const { name, local, prefix, value } of given) {
    if (name === 'xmlns' || name === 'class' || name === 'style') continue
    if (local === 'href' && !value.startsWith('#')) refuse(`${name} leads to another file: ${value}.`)
    else if (/^on/iu.test(local)) refuse(`${name} runs a script.`)
    else if (prefix === '' || local === 'href') keep(kept, [local, value], refuse)
  }
  for (const name of named) declare(kept, classes.get(name) ?? '', refuse)
  declare(kept, given.find(({ name }) => name === 'style')?.value ?? '', refuse)
  const root = tag.local === 'svg' ? ` xmlns="${SVG}"` : ''
  return root + [...kept].map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join('')
}

function keep(kept: Map<string, string>, [name, value]: readonly [string, string], refuse: Refuse): void {
  const isForeign = [...value.matchAll(/url\s*\(\s*['"]?\s*(.)/giu)].some(([, first]) => first !== '#')
  if (isForeign || /\\|javascript:|data:|@import/iu.test(value)) refuse(`${name} leads to another file: ${value}.`)
  else kept.set(name, value)
}

/** Declarations of a style as the attributes of the same name. */
function declare(kept: Map<string, string>, style: string, refuse: Refuse): void {
  for (const declaration of style.split(';')) {
    const [, name = '', value = ''] = /^\s*([a-z][a-z-]*)\s*:\s*(.*?)\s*(?:!important\s*)?$/isu.exec(declaration) ?? []
    if (name !== '') keep(kept, [name.toLowerCase(), value], refuse)
  }
}

/** `.a, .b { fill: … }`, the form that programs write; anything finer is the author's to turn into attributes. */
function readClasses(style: string, classes: Map<string, string>, refuse: Refuse): void {
  const rest = style.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/([^{}]*)\{([^{}]*)\}/gu, (rule, selectors, body) => {
    const names = String(selectors)
      .split(',')
      .map((selector) => /^\s*\.([\w-]+)\s*$/u.exec(selector)?.[1])
    if (names.some((name) => name === undefined)) return rule
    for (const name of names) if (name !== undefined) classes.set(name, `${classes.get(name) ?? ''};${body}`)
    return ''
  })
  if (rest.trim() !== '') refuse('styles of a drawing are rules of single classes: save it with styles as attributes.')
}
