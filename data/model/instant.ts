/** An instant as ISO 8601 UTC text with seconds: `2026-11-21T05:40:00Z`. */
export type Instant = string
