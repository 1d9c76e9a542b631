import { SourceFailure, UsageFailure } from '#data/model/failures.ts'

/** Whatever was thrown, in words: what can be mended with its place and remedy, a fault of ours with what a report of it needs. */
export function failureText(error: unknown): string {
  if (error instanceof UsageFailure) return usageText(error)
  if (error instanceof SourceFailure) return `parvis: ${error.message} (${error.kind})\n`
  return ownFaultText(error)
}

function usageText(failure: UsageFailure): string {
  const lines = [`parvis: ${failure.message}`]
  for (const { file, line, column, message } of failure.details) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    lines.push(`  ${place === '' ? '' : `${place}: `}${message}`)
  }
  if (failure.hint !== undefined) lines.push(`  ${failure.hint}`)
  return `${lines.join('\n')}\n`
}

function ownFaultText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    'parvis: this is a fault of ours, not yours.',
    stack,
    `Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    'Please report it with the lines above (they hold no token): see CONTRIBUTING.md, "Reporting a fault".',
    '',
  ].join('\n')
}
