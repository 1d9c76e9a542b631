/** Months for which a badge says something: whoever checks oneself does it again after that. */
export const SELF_CHECK_MONTHS = 6
