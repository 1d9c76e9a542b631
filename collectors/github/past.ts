import type { Instant } from '#data/model/instant.ts'
import type { CollectContext } from '../collector.ts'

/** How far back a stream is to be read. */
export interface Past {
  /** Up to where it is known; undefined when it is to be read from the beginning, or from the bound. */
  readonly watermark: Instant | undefined
  /** What is older is not asked for: by `since`, or by that of the walk that is gone on with. */
  readonly bound: Instant | undefined
  /** What to say of the past when the stream ends: nothing new about it, all of it, or from when on. */
  readonly from: Instant | null | undefined
}

/** A stream that was never read begins at `since`, and begins again where an earlier one is asked for. */
export async function pastOf(
  { collector, subject, stream }: { readonly collector: string; readonly subject: string; readonly stream: string },
  { known, full, since }: CollectContext,
): Promise<Past> {
  const watermark = full ? undefined : await known.watermark(collector, subject, stream)
  const past = watermark === undefined ? undefined : await known.from(collector, subject, stream)
  const isEarlier = past !== undefined && since !== undefined && since < past
  if (watermark === undefined || isEarlier) return { watermark: undefined, bound: since, from: since ?? null }
  return { watermark, bound: past, from: undefined }
}
