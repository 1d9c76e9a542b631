import type { Reader } from '#policies/options.ts'

/** An address of the web, so that its host and path can be told apart later. */
export function webAddress(): Reader<string> {
  const expects = 'an address that starts with https://'
  return {
    expects,
    schema: () => ({ type: 'string', pattern: '^https?:', description: expects }),
    read(value, path, problems) {
      if (typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value)) return value
      problems.push({ path, at: 'value', message: `expected ${expects}.` })
      return undefined
    },
  }
}
