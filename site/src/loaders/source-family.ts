/** Each register has a collector of its own; where sources are listed they are one. */
export function sourceFamily(collector: string): string {
  return collector.startsWith('registers/') ? 'registers' : collector
}
