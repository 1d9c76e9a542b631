import { slugify } from '../loaders/slugs.ts'

/** Where a third-party component stands on the page of the inventory. */
export function brickAnchor(brick: string): string {
  return `b-${slugify(brick)}`
}
