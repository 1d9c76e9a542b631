/** The bytes that Java's grammar turns on. */
export const ASCII = {
  newline: 10,
  return: 13,
  quote: 34,
  apostrophe: 39,
  openParenthesis: 40,
  closeParenthesis: 41,
  star: 42,
  comma: 44,
  hyphen: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
  ampersand: 38,
} as const

const BLANK = 1
const DIGIT = 2
const LETTER = 4

const CLASSES = new Uint8Array(256)
for (const byte of [9, 10, 11, 12, 13, 26, 32]) CLASSES[byte] = BLANK
for (let byte = 48; byte <= 57; byte++) CLASSES[byte] = DIGIT
for (let byte = 65; byte <= 90; byte++) CLASSES[byte] = LETTER
for (let byte = 97; byte <= 122; byte++) CLASSES[byte] = LETTER
for (let byte = 128; byte <= 255; byte++) CLASSES[byte] = LETTER
CLASSES[36] = LETTER
CLASSES[95] = LETTER

export function isBlank(byte: number): boolean {
  return CLASSES[byte] === BLANK
}

export function isDigit(byte: number): boolean {
  return CLASSES[byte] === DIGIT
}

export function isWordPart(byte: number): boolean {
  return (CLASSES[byte] ?? 0) > BLANK
}
