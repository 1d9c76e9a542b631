import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Reference } from './content.ts'

/** Looks for what the texts of a city link to in the finished site, and throws a `UsageFailure` for what is not there. */
export function checkReferences(references: readonly Reference[], site: string): void {
  const broken = references.filter(({ path, anchor }) => {
    const file = join(site, path, 'index.html')
    if (!existsSync(file)) return true
    return anchor !== undefined && !readFileSync(file, 'utf8').includes(` id="${decodeURIComponent(anchor)}"`)
  })
  if (broken.length === 0) return
  throw new UsageFailure('site-link-broken', 'some texts lead to pages that this site does not have.', {
    details: broken.map(({ place }) => place),
  })
}
