/** What is declared of a point. */
export const DECLARED_VALUES = ['met', 'partly', 'unmet', 'not-applicable'] as const
