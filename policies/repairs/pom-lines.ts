import { elementValue, literally, onLine, type Repair, textOf } from './repair.ts'

/** An address of a repository of artifacts, over https. */
export const secureAddress: Repair = (text, finding) => {
  const found = textOf(finding, 'found')
  if (!found.startsWith('http://')) return text
  return onLine(text, finding, (line) => {
    const [before = '', after, ...more] = line.split(found)
    return after === undefined || more.length > 0 ? line : `${before}https${found.slice('http'.length)}${after}`
  })
}

/** A property that nothing reads any more: its line goes, where it stands there alone. */
export const idleProperty: Repair = (text, finding) => {
  const name = literally(textOf(finding, 'property'))
  const alone = new RegExp(`^\\s*<${name}>[^<]*</${name}>\\s*$`, 'u')
  return onLine(text, finding, (line) => (alone.test(line) ? '' : line))
}

/** A property that repeats a name of the component. */
export const nameProperty: Repair = (text, finding) => {
  const name = textOf(finding, 'property')
  return onLine(text, finding, (line) =>
    elementValue(line, { name, found: textOf(finding, 'found'), wanted: textOf(finding, 'expected') }),
  )
}

/** The address of the source after a repository was renamed. Of another owner it may be the upstream of a fork: left. */
export const renamedRepository: Repair = (text, finding) => {
  const found = textOf(finding, 'found')
  const expected = textOf(finding, 'expected')
  const [owner = ''] = expected.toLowerCase().split('/')
  if (!found.startsWith(`${owner}/`)) return text
  const address = new RegExp(`(?<=[/:])${literally(found)}(?=\\.git\\b|[/<\\s])`, 'giu')
  return onLine(text, finding, (line) => line.replace(address, () => expected))
}
