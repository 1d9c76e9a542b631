import type { Pseudonymiser } from '../pseudonym.ts'

/**
 * A question about one page of one list. Many go into one call, each under an alias with variables of its own, so that
 * pages of large and small repositories share a call and each keeps its cursor and its size.
 */
export interface PagedOperation<Part> {
  readonly name: string
  /** Raised whenever the question or its answer changes shape: older recordings are stale then. */
  readonly version: number
  /** Connections nested in each row of a page. */
  readonly connections: number
  /** Rows of one page. */
  readonly mostRows: number
  /** Rows of one call, over all its pages. */
  readonly rowsOfCall: number
  /** Pages of one call. */
  readonly mostPages: number
  /** The text that asks for so many pages. */
  query(pages: number): string
  readonly scrub?: (raw: unknown, pseudonymise: Pseudonymiser) => Part
}

interface Parts<Part> extends Omit<PagedOperation<Part>, 'query' | 'mostPages' | 'mostRows'> {
  readonly title: string
  readonly mostRows?: number
  readonly mostPages?: number
  /** Variables of one page with their types; names end in a letter. */
  readonly variables: Readonly<Record<string, string>>
  /** One field of the root, without alias. */
  readonly page: string
  readonly fragments?: string
}

// Beside its rows each page is a connection itself, and a call of one point has 149 of them.
const MOST_PAGES = 149
const LARGEST_PAGE = 100

export function pagedOperation<Part>(parts: Parts<Part>): PagedOperation<Part> {
  const { title, variables, page, fragments = '', mostPages = MOST_PAGES, mostRows = LARGEST_PAGE, ...rest } = parts
  const texts = new Map<number, string>()
  return {
    ...rest,
    mostPages,
    mostRows: Math.min(mostRows, rest.rowsOfCall),
    query(pages) {
      const known = texts.get(pages)
      if (known !== undefined) return known
      const numbers = Array.from({ length: pages }, (_, index) => index)
      const declared = numbers.flatMap((at) =>
        Object.entries(variables).map(([name, type]) => `$${name}${at}: ${type}`),
      )
      const fields = numbers.map((at) => `  ${aliasOf(at)}: ${page.trim().replaceAll(/\$(\w+)/g, `$$$1${at}`)}`)
      const text = `query ${title}(${declared.join(', ')}) {\n  rateLimit { cost }\n${fields.join('\n')}\n}\n${fragments}`
      texts.set(pages, text)
      return text
    },
  }
}

export function aliasOf(page: number): string {
  return `page${page}`
}
