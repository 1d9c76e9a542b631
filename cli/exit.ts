/** Nothing to say; findings at the threshold; could not do or judge it; stopped by Ctrl-C; the reader of the answer left. */
export const EXIT = { clean: 0, findings: 1, trouble: 2, interrupted: 130, unread: 141 } as const
