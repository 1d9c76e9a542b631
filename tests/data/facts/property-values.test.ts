import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

const valuesOf = async (text: string) => (await factOf('property-values', text)).entries
const isProse = async (value: string) => (await valuesOf(`a=${value}`))[0]?.isProse

describe('the values of a properties file', () => {
  it('are the same when they read the same, however they are written', async () => {
    const [one, two, other] = await valuesOf('a=d\\u00e9j\\u00e0\nb=déjà\nc=deja')
    expect(one?.digest).toBe(two?.digest)
    expect(other?.digest).not.toBe(one?.digest)
  })

  it('count once for a key that is met again, with the last value', async () => {
    const entries = await valuesOf('a=one\nb=two\na=')
    expect(entries).toMatchObject([
      { key: 'a', line: 3, isEmpty: true },
      { key: 'b', isEmpty: false },
    ])
  })

  it('hold what the program fills in, each once', async () => {
    const [entry] = await valuesOf('a={1} of {0,number}, {1} again, $\\{name} #i18n{forum.title} %1$s 100 %de')
    expect(entry?.placeholders).toEqual(['#i18n{forum.title}', `$${'{name}'}`, '%1$s', '{0}', '{1}'])
  })

  it.each([
    ['Please choose a date in the list', true],
    ['{0} files were sent to the office', true],
    ['<b>Delete</b> the whole message?', true],
    ['OK', false],
    ['Message', false],
    ['42 000', false],
    ['Maison Bleue', false],
    ['Open Data Portal', false],
    ['https://city.example/some/page/of/it', false],
    ['someone@city.example', false],
    ['forum.title.of.page', false],
    ['dd/MM/yyyy HH:mm', false],
  ])('are sentences or not: %s', async (value, expected) => {
    expect(await isProse(value)).toBe(expected)
  })

  it('tell lines that nobody meant as entries', async () => {
    expect((await valuesOf('alone\nfine=1')).map(({ isMalformed }) => isMalformed)).toEqual([true, false])
  })
})
