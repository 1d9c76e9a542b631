import { escapeMarkup } from '#data/model/markup.ts'

/** A path, an address, coordinates, as HTML: it breaks after its marks before it breaks within a word. */
export function pathText(text: string): string {
  return text
    .split(/(?<=[/:])(?=[^/:])/u)
    .map((part) => escapeMarkup(part))
    .join('<wbr>')
}
