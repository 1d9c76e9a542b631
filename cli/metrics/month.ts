import type { Month } from '#data/months.ts'

/** `2026`, `2026-11` or `2026-11-15` as the month that it begins or ends in; undefined for anything else. */
export function monthAsked(text: string, { isEnd }: { readonly isEnd: boolean }): Month | undefined {
  const [, year, month = isEnd ? '12' : '01'] = /^(\d{4})(?:-(\d{2})(?:-\d{2})?)?$/u.exec(text) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined
  return Number(year) * 100 + Number(month)
}
