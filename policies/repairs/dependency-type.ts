import { elementValue, linesOf, literally, onLine, type Repair, textOf } from './repair.ts'

/** Another type, where only one is right. */
export const otherType: Repair = (text, finding) => {
  const wanted = textOf(finding, 'expected')
  return onLine(text, finding, (line) => elementValue(line, { name: 'type', found: textOf(finding, 'found'), wanted }))
}

/** A type where none is written: on a line of its own below the artifact, indented like it. */
export const missingType: Repair = (text, finding) => {
  const wanted = textOf(finding, 'expected')
  const artifact = textOf(finding, 'artifact')
  // Where several types are right, people choose.
  if (!/^[\w-]+$/u.test(wanted)) return text
  const lines = linesOf(text)
  const start = (finding.location.line ?? 0) - 1
  const end = lines.findIndex((line, index) => index >= start && line.includes('</dependency>'))
  const own = new RegExp(`^(\\s*)<artifactId>\\s*${literally(artifact)}\\s*</artifactId>\\s*$`, 'u')
  const at = lines.findIndex((line, index) => index >= start && index < end && own.test(line))
  // An excluded artifact is not the one that is declared.
  const isNested = lines.slice(Math.max(start, 0), Math.max(at, 0)).some((line) => line.includes('<exclusion'))
  const [, indent] = own.exec(lines[at] ?? '') ?? []
  if (start < 0 || indent === undefined || isNested) return text
  const ending = /\r?\n$/u.exec(lines[at] ?? '')?.[0] ?? '\n'
  return lines.toSpliced(at + 1, 0, `${indent}<type>${wanted}</type>${ending}`).join('')
}
