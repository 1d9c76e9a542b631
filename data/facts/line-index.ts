/** Answers on which line and column (both from 1) an offset of a text lies. Offsets asked in rising order cost one pass in all. */
export function lineIndex(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let line = 1
  let lineStart = 0
  return (offset) => {
    if (offset < lineStart) {
      line = 1
      lineStart = 0
    }
    for (;;) {
      const next = text.indexOf('\n', lineStart)
      if (next === -1 || next >= offset) return { line, column: offset - lineStart + 1 }
      line += 1
      lineStart = next + 1
    }
  }
}
