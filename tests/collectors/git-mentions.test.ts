import { expect, it } from 'vitest'
import { mentionsOf } from '#collectors/git/mentions.ts'

it.each([
  ['Add a form (#12)', [12]],
  ['Merge pull request #7 from somebody/topic', [7]],
  ['Repris de la proposition #12, voir aussi #3 et #12', [3, 12]],
  ['Closes GH-45.', [45]],
  ['As asked in other-city/tramway#12', []],
  ['Encode l&#39;apostrophe', []],
  ['See https://forge.example/city/tramway/issues/9#comment-9', []],
  ['Colour #123abc', []],
  ['Issue #0', []],
  [Array.from({ length: 60 }, (_, index) => `- #${index + 1}`).join('\n'), []],
])('%s', (message, numbers) => {
  expect(mentionsOf(message)).toEqual(numbers)
})
