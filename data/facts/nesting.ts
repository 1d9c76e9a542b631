const DEEPEST = 500

/**
 * Whether a YAML or JSON text goes deeper than any that people write. Its parser takes minutes, then the stack, over a
 * hundred thousand brackets: this looks at signs alone, brackets between quotes included, in one pass.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0
  let indicators = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === OPEN_LIST || sign === OPEN_MAP) depth++
    else if (sign === CLOSED_LIST || sign === CLOSED_MAP) depth = Math.max(0, depth - 1)
    // `- - - a` and `? ? ? a` nest within one line.
    else if (sign === LINE_END) indicators = 0
    else if ((sign === DASH || sign === QUESTION) && text.charCodeAt(at + 1) === BLANK) indicators++
    if (depth > DEEPEST || indicators > DEEPEST) return true
  }
  return false
}

const [OPEN_LIST, CLOSED_LIST, OPEN_MAP, CLOSED_MAP, LINE_END, DASH, QUESTION, BLANK] = [...'[]{}\n-? '].map((sign) =>
  sign.charCodeAt(0),
)

export const TOO_DEEP = { code: 'too-deep', message: `The file nests more than ${DEEPEST} levels.` } as const

/** A native parser of scripts has less stack than that, and what ends it ends the program: it must not be asked. */
const DEEPEST_SCRIPT = 300
const LONGEST_CHAIN = 1500

const LONG_LINE = /[^\n]{10000}/
const SCRIPT_SIGN = /[([{)\]}?<;]|=>|\b(?:if|else|function)\b|\n(?:import|export|const|let|var|return)\b/g

/** Whether a script is more than its parser bears: lines without end, and deep nesting in brackets, or in conditions, arrows and elements without an end between. */
export function scriptNestsTooDeep(text: string): boolean {
  // Each complaint of the parser quotes its line, so that one line of a megabyte fills the memory.
  if (LONG_LINE.test(text)) return true
  let depth = 0
  let chain = 0
  for (const [sign] of text.matchAll(SCRIPT_SIGN)) {
    if (sign === '(' || sign === '[' || sign === '{') depth++
    else if (sign === ')' || sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    else if (sign === ';' || sign.startsWith('\n')) chain = 0
    else chain++
    if (depth > DEEPEST_SCRIPT || chain > LONGEST_CHAIN) return true
  }
  return false
}

export const TOO_DEEP_SCRIPT = {
  code: 'too-deep',
  message: `The script nests more than ${DEEPEST_SCRIPT} levels, or is written in one line.`,
} as const
