import { placeholderWords, type SecretForm, secretForms } from '../reference/secret-forms.ts'
import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import type { FoundSecret, Secrets } from './shapes/secrets.ts'
import { wordSearch } from './word-search.ts'

const MAX_FOUND = 100
/** Bits for each character: words and repeated letters stay below, what a machine drew stands above. */
const LEAST_ENTROPY = 3

const wordsIn = wordSearch(secretForms.map(({ word }) => word))

export const secrets = defineExtractor<Secrets>({
  id: 'secrets',
  version: 1,
  maxBytes: 20_000_000,
  extract(content) {
    const words = wordsIn(content)
    const forms = words.size === 0 ? [] : secretForms.filter(({ word }) => words.has(word))
    const text = forms.length === 0 ? null : (decodeText(content)?.text ?? null)
    if (text === null) return { ok: true, fact: { found: [] } }
    const place = lineIndex(text)
    const found = forms.flatMap((form) => find(form, text, place))
    return { ok: true, fact: { found: found.toSorted((a, b) => a.line - b.line).slice(0, MAX_FOUND) } }
  },
})

function find(
  { kind, pattern, isOftenPublic = false }: SecretForm,
  text: string,
  place: ReturnType<typeof lineIndex>,
): FoundSecret[] {
  return [...text.matchAll(pattern)].flatMap((match): FoundSecret[] => {
    const [whole, random = ''] = match
    if (!isDrawn(random)) return []
    const shown = kind === 'private-key' ? 'PRIVATE KEY' : `${whole.slice(0, whole.length - random.length)}…`
    return [{ kind, shown, isOftenPublic, ...place(match.index) }]
  })
}

/** Whether a machine drew it, so that it is no sample that somebody wrote. */
function isDrawn(random: string): boolean {
  const small = random.toLowerCase()
  if (placeholderWords.some((word) => small.includes(word))) return false
  const counts = new Map<string, number>()
  for (const letter of random) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const shares = [...counts.values()].map((count) => count / random.length)
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0) >= LEAST_ENTROPY
}
