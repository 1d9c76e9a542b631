import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { outline } from './java/unit.ts'
import type { JavaOutline, JavaOutlineOptions } from './shapes/java-outline.ts'

export const javaOutline = defineExtractor<JavaOutline, JavaOutlineOptions | undefined>({
  id: 'java-outline',
  version: 1,
  maxBytes: 4_000_000,
  extract(content, options) {
    if (content.subarray(0, 8000).includes(0)) {
      return { ok: false, problem: NOT_TEXT }
    }
    return { ok: true, fact: outline(content, options) }
  },
})
