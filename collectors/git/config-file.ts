/** A setting as git lists it: `section.name` or `section.Sub Section.name`, section and name in lower case. */
export type Setting = readonly [key: string, value: string]

const SECTION = /^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\.)*)")?\s*\]/
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*(=?)/

/**
 * The settings of one configuration file, in order. Undefined when it takes in another file, or is not written the way
 * git reads it: git itself is asked then.
 */
export function parseConfig(text: string): readonly Setting[] | undefined {
  const settings: Setting[] = []
  let rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  let section = ''
  for (;;) {
    rest = rest.replace(/^(?:\s+|[#;][^\n]*)+/, '')
    if (rest === '') return settings
    const header = SECTION.exec(rest)
    if (header !== null) {
      section = sectionKey(header[1] ?? '', header[2])
      if (/^include(?:if)?\./.test(`${section}.`)) return undefined
      rest = rest.slice(header[0].length)
      continue
    }
    const [whole, name, equals] = NAME.exec(rest) ?? []
    if (whole === undefined || name === undefined || section === '') return undefined
    const value = equals === '' ? { text: 'true', length: 0 } : readValue(rest.slice(whole.length))
    if (value === undefined) return undefined
    settings.push([`${section}.${name.toLowerCase()}`, value.text])
    rest = rest.slice(whole.length + value.length)
  }
}

function sectionKey(name: string, quoted: string | undefined): string {
  return quoted === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${quoted.replace(/\\(.)/g, '$1')}`
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\', '\n': '' }

/** A value up to the end of its line: blanks around it fall away, but not between quotes, and a backslash takes in the next line. */
function readValue(source: string): { readonly text: string; readonly length: number } | undefined {
  let text = ''
  let solid = 0
  let isQuoted = false
  let at = 0
  for (; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (sign === '\n' || (!isQuoted && (sign === '#' || sign === ';'))) break
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === '\\') {
      const escaped = ESCAPED[source[++at] ?? '']
      if (escaped === undefined) return undefined
      text += escaped
    } else if (isQuoted || text !== '' || !/\s/.test(sign)) text += sign
    if (isQuoted || !/\s/.test(sign)) solid = text.length
  }
  if (isQuoted) return undefined
  const lineEnd = source.indexOf('\n', at)
  return { text: text.slice(0, solid), length: lineEnd === -1 ? source.length : lineEnd }
}
