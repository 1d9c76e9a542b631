import type { DemoComponent, DemoKind, DemoOwner, Field, Words } from './component.ts'

/** What a line of the catalogue must say; the rest has a default for its kind. */
export type Line = Pick<DemoComponent, 'short' | 'title' | 'purpose' | 'version' | 'since' | 'weight'> &
  Partial<DemoComponent>

const plain: Field = { name: 'title', type: 'String', label: ['Intitulé', 'Title'] }

const defaults: Omit<DemoComponent, keyof Pick<Line, 'short' | 'title' | 'purpose' | 'version' | 'since' | 'weight'>> =
  {
    owner: 'ville-vaubrelle',
    kind: 'plugin',
    domain: '',
    line: 'v8',
    entity: 'Entry',
    thing: ['entrée', 'entry'],
    fields: [],
    topics: [],
    needs: [],
    bricks: [],
    languages: {},
    standing: 'living',
    faults: [],
  }

/** One kind of component of one organisation: returns what makes a catalogue entry of a line. */
export function entries(owner: DemoOwner, kind: DemoKind): (domain: string, line: Line) => DemoComponent {
  return (domain, line) => ({
    ...defaults,
    owner,
    kind,
    domain,
    ...line,
    fields: [plain, ...(line.fields ?? [])],
  })
}

export function text(name: string, ...label: Words): Field {
  return { name, type: 'String', label }
}

export function count(name: string, ...label: Words): Field {
  return { name, type: 'int', label }
}

export function flag(name: string, ...label: Words): Field {
  return { name, type: 'boolean', label }
}
