import { describe, expect, it } from 'vitest'
import { closingPhrase, phraseIn } from '#collectors/github/closing-phrase.ts'
import { withoutTexts } from '#collectors/github/queries/change-requests.ts'

describe('the phrase of a comment', () => {
  it.each([
    ['Merci ! Cela ne respecte pas les règles de nommage de la plateforme.', 'naming-rules'],
    ['Thanks, but this does not follow our naming conventions.', 'naming-rules'],
    ['Voir les règles d’architecture : une page n’appelle pas la base.', 'architecture-rules'],
    ["Sorry, this doesn't follow the contribution guidelines.", 'house-rules'],
    ['C’est trop spécifique à votre ville pour le cœur.', 'not-generic'],
    ['This is too specific to be of use to others.', 'not-generic'],
    ['Doublon de #12', 'duplicate'],
    ['Closing in favour of #34.', 'duplicate'],
    ['Déjà corrigé dans la version 3.', 'duplicate'],
    ['Fermé faute de réponse.', 'no-activity'],
    ['This has been closed because of lack of activity.', 'no-activity'],
    ['Hors périmètre pour ce module', 'out-of-scope'],
    ["We won't merge this, it is out of scope.", 'out-of-scope'],
    ['Intégré à la main, merci.', 'done-by-hand'],
    ['Merci beaucoup pour votre travail.', null],
    ['This is not a duplicate, the other one is about dates.', null],
    ['', null],
    // What somebody else said, and what is shown as code, is not what the writer says.
    ['> this is a duplicate\n\nI disagree.', null],
    ['```\n// stale\n```\nThanks!', null],
  ])('%j: %s', (comment, id) => {
    expect(phraseIn(comment)).toBe(id)
  })

  it('takes no longer for a comment that is made to be slow', () => {
    const slow = `${' \n'.repeat(50_000)}${'ne '.repeat(50_000)}${'>'.repeat(50_000)}`
    expect(phraseIn(slow)).toBeNull()
  })

  it('is all that an answer keeps of it', () => {
    const kept = withoutTexts({ nodes: [{ body: 'Doublon, voir avec someone@mairie.example' }, { body: null }] })
    expect(kept).toEqual({ nodes: [{ phrase: 'duplicate' }, { phrase: null }] })
  })
})

describe('the phrase with which something was closed', () => {
  const comment = (createdAt: string, phrase: string | null) => ({ createdAt, phrase })
  const closing = { closedAt: '2026-09-10T10:00:00Z', closer: null }

  it.each([
    [
      'the last before the closing',
      [comment('2026-09-01T10:00:00Z', 'duplicate'), comment('2026-09-10T09:59:58Z', 'not-generic'), closing],
      'not-generic',
    ],
    [
      'not one of long before, when another came between',
      [comment('2026-09-01T10:00:00Z', 'duplicate'), comment('2026-09-10T09:59:58Z', null), closing],
      null,
    ],
    ['the first behind it, within a day', [closing, comment('2026-09-10T10:00:05Z', 'naming-rules')], 'naming-rules'],
    ['none that came later', [closing, comment('2026-09-12T10:00:00Z', 'naming-rules')], null],
    [
      'that of the last closing',
      [
        comment('2026-09-01T10:00:00Z', 'duplicate'),
        { closedAt: '2026-09-01T10:00:01Z' },
        { reopenedAt: '2026-09-02T10:00:00Z' },
        comment('2026-09-10T09:00:00Z', 'no-activity'),
        closing,
      ],
      'no-activity',
    ],
    ['nothing where nothing was closed', [comment('2026-09-01T10:00:00Z', 'duplicate')], null],
    ['nothing where nothing was said', [closing], null],
  ])('is %s', (_name, said, id) => {
    expect(closingPhrase(said)).toBe(id)
  })
})
