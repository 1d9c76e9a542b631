import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { figures, register } from '../register.ts'

/** Files of the open data page, the whole register first. An internal build has no file of the whole. */
export function listedFiles(language: Language): readonly { readonly file: string; readonly what: string }[] {
  const { words, isPublic } = desk(language)
  const said = words.openData
  return [
    ...(isPublic ? [{ file: 'register.sqlite', what: said.whole }] : []),
    { file: 'components.csv', what: said.components },
    { file: 'components.json', what: said.components },
    ...figures.flatMap(({ id }) =>
      ['csv', 'json'].map((kind) => ({ file: `${id}.${kind}`, what: words.figure[id].name })),
    ),
    ...(register.conformity === 'off' ? [] : [{ file: 'rules.csv', what: said.rules }]),
  ]
}
