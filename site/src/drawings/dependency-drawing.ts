/** A small drawing of what a component sits on and what sits on it: the nearest few by name, the rest as a number. */
export interface DependencyDrawing {
  readonly above: readonly string[]
  readonly below: readonly string[]
}

interface Asked extends DependencyDrawing {
  readonly others: (count: number) => string
}

/** Undefined where nothing sits on it and it sits on nothing that is known. */
export function dependencyDrawing({ above, below, others }: Asked): DependencyDrawing | undefined {
  if (above.length + below.length === 0) return undefined
  return { above: labels(above, others), below: labels(below, others) }
}

/** Three at most: all of them, or two and the number of the others. */
function labels(names: readonly string[], others: Asked['others']): readonly string[] {
  return names.length <= 3 ? names : [...names.slice(0, 2), others(names.length - 2)]
}
