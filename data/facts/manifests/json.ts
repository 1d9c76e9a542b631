import { cut } from '../decode.ts'
import type { Extracted } from '../extractor.ts'

type Failed = Extracted<never> & { readonly ok: false }

export function invalid(message: string): Failed {
  return { ok: false, problem: { code: 'manifest-invalid', message } }
}

export function parseJson(text: string): { readonly ok: true; readonly value: unknown } | Failed {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return {
      ok: false,
      problem: { code: 'json-malformed', message: error instanceof Error ? error.message : String(error) },
    }
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that says something, cut to what anybody would write; null otherwise. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? cut(value.trim(), 500) : null
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
