/** An ordinal of French, `1er` or `3e`, as bytes: what follows is no letter, of ASCII or with an accent. */
const ORDINAL = /(?<![A-Za-z\d.,-])(\d+)(er|e)(?![A-Za-z\d\xc3-])/gu
/** What is no running text, then any tag (its attributes may hold what looks like the end of one), then text. */
const PARTS =
  /<(title|script|style|svg|pre|code|textarea|option)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/giu
const HEAD = 200

/** Raises the letters of ordinals on a French page, as books do; a page of another language stays as it is. */
export function raiseOrdinals(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  if (page.subarray(0, HEAD).indexOf('<html lang="fr"') === -1) return page
  // Bytes as letters, and back: what is looked for is ASCII.
  const html = page.toString('latin1')
  if (html.search(ORDINAL) === -1) return page
  const raised = html.replace(PARTS, (part) => (part.startsWith('<') ? part : part.replace(ORDINAL, '$1<sup>$2</sup>')))
  return Buffer.from(raised, 'latin1')
}
