import { elementValue, onLine, type Repair, textOf } from './repair.ts'

/** The version of the build file, copied into the descriptor. */
export const descriptorVersion: Repair = (text, finding) =>
  onLine(text, finding, (line) =>
    elementValue(line, { name: 'version', found: textOf(finding, 'found'), wanted: textOf(finding, 'expected') }),
  )
