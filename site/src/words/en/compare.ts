import type * as French from '../fr/compare.ts'

export const compare: typeof French.compare = {
  title: 'Compare components',
  description: 'Up to four components side by side: state, core, licence, versions, maintenance, reuse.',
  lead: 'Up to four components side by side. Facts of the register, without mark or rank: what fits depends on the need.',
  noScript:
    'The comparison needs a script. Without one the same facts are on the page of each component, or in the file of all:',
  add: 'Add a component',
  placeholder: 'Name of the component',
  button: 'Add',
  remove: 'Remove',
  none: 'Choose a first component.',
  full: 'Four at most: remove one to add another.',
  unknown: 'No component of the register has this name.',
  caption: 'Components side by side',
  fact: 'Fact',
  facts: {
    purpose: 'What it is for',
    version: 'Latest version',
    released: 'Released on',
    readiness: 'Maintenance level',
    adopters: 'Direct adopters',
    through: 'Adopters through a pack',
  },
  notKnown: 'not known',
  link: 'Compare with others',
  many: 'Compare components side by side',
}
