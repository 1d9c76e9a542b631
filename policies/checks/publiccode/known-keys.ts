import { suggestion } from '#data/model/nearest.ts'
import { reading, record, texts } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  /** Every path of the standard, `*` for any key or position; what lies below a path that ends in `**` is free. */
  paths: texts('paths of keys'),
})

const read = reading(OPTIONS)

export const publiccodeKnownKeys = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/known-keys',
  summary: 'publiccode.yml holds keys of the standard only.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    ...BROKEN,
    unknown: {
      fr: 'le standard ne connaît pas {key} ; clés voisines : {near}',
      en: 'the standard knows no {key}; keys near it: {near}',
    },
  },
  judge(evidence, { paths }) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const free = paths.flatMap((path) => (path.endsWith('.**') ? [path.slice(0, -3)] : []))
    const known = new Set(paths.flatMap((path) => nodesAt(file, path.replace(/\.\*\*$/u, ''))))
    const isFree = (path: readonly (string | number)[]) =>
      free.some(
        (top) =>
          path.length > top.split('.').length &&
          nodesAt(file, top).some(({ path: own }) => own.every((key, index) => key === path[index])),
      )
    const breaches = file.nodes.flatMap((node): Breach[] => {
      const { path, line, column } = node
      const last = path.at(-1)
      // Members of a list are judged by their keys; what lies below an unknown key is told with it.
      if (typeof last !== 'string' || known.has(node) || isFree(path)) return []
      const isBelowUnknown = path.slice(0, -1).some((_, depth) => {
        const holder = file.nodes.find(
          (each) => each.path.length === depth + 1 && each.path.every((key, at) => key === path[at]),
        )
        return holder !== undefined && typeof holder.path.at(-1) === 'string' && !known.has(holder)
      })
      if (isBelowUnknown) return []
      const key = path.join('.')
      const siblings = paths
        .filter((one) => one.split('.').length === path.length)
        .map((one) => one.split('.').at(-1) ?? '')
      const near = siblings.filter((one) => suggestion(last, [one]) !== '')
      return [{ messageId: 'unknown', args: { key, near }, location: { path: PUBLICCODE, line, column }, text: key }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
