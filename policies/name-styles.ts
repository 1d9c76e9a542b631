import { choice } from './options.ts'

/** Manners of writing a name of several words; a digit may stand wherever a small letter may, but not first. */
const STYLES = {
  lowercase: /^[a-z\d]+$/u,
  'kebab-case': /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u,
  snake_case: /^[a-z][a-z\d]*(?:_[a-z\d]+)*$/u,
  SCREAMING_SNAKE_CASE: /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/u,
  camelCase: /^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*$/u,
  PascalCase: /^[A-Z][a-z\d]*(?:[A-Z][a-z\d]*)*$/u,
  'point.case': /^[a-z][a-z\d]*(?:\.[a-z\d]+)*$/u,
} as const

const NAME_STYLES = Object.keys(STYLES) as readonly (keyof typeof STYLES)[]
export type NameStyle = keyof typeof STYLES

export const nameStyle = choice(NAME_STYLES)

export function hasStyle(name: string, style: NameStyle): boolean {
  return STYLES[style].test(name)
}
