import { addAccount } from '../build.ts'
import type { Account, World } from '../model.ts'

type Standpoint = 'staff' | 'contractor' | 'administration' | 'company' | 'individual'

export interface DemoPerson {
  readonly account: Account
  readonly standpoint: Standpoint
  /** When this person first appears: circles grow over the years. */
  readonly joinsAt: number
  /** Works on translations and on little else. */
  readonly isTranslator: boolean
}

interface Circle {
  readonly standpoint: Standpoint
  readonly domain: string
  readonly size: number
  readonly translators: number
}

/** Who takes part, by mail domain. Every city and company is invented; `.example` belongs to nobody. */
export const circles: readonly Circle[] = [
  { standpoint: 'staff', domain: 'vaubrelle.example', size: 14, translators: 0 },
  { standpoint: 'contractor', domain: 'sabliveau.example', size: 7, translators: 0 },
  { standpoint: 'contractor', domain: 'forgelune.example', size: 4, translators: 0 },
  { standpoint: 'administration', domain: 'morvalence.example', size: 6, translators: 1 },
  { standpoint: 'administration', domain: 'belvaurac.example', size: 5, translators: 1 },
  { standpoint: 'administration', domain: 'quinveyre.example', size: 4, translators: 1 },
  { standpoint: 'administration', domain: 'hautserin.example', size: 3, translators: 0 },
  { standpoint: 'administration', domain: 'tremeuse.example', size: 3, translators: 0 },
  { standpoint: 'company', domain: 'quaivif.example', size: 6, translators: 0 },
  { standpoint: 'company', domain: 'nordenclave.example', size: 4, translators: 0 },
  { standpoint: 'company', domain: 'papyvert.example', size: 3, translators: 1 },
  { standpoint: 'individual', domain: 'courriel.example', size: 30, translators: 11 },
]

export interface Cast {
  readonly people: readonly DemoPerson[]
  /** Proposes newer versions of bricks. */
  readonly updater: Account
  /** Commits what the release tool writes. */
  readonly releaser: Account
}

/** Spreads the translators of a circle over it. */
function translates({ size, translators }: Circle, index: number): boolean {
  const step = translators === 0 ? size + 1 : Math.floor(size / translators)
  return index % step === step - 1 && Math.floor(index / step) < translators
}

/** The accounts of the demo: numbered logins, no names. */
export function castOf(world: World, window: { readonly from: number; readonly to: number }): Cast {
  let number = 0
  const people = circles.flatMap((circle) =>
    Array.from({ length: circle.size }, (_, i): DemoPerson => {
      number += 1
      const login = `contributor-${String(number).padStart(3, '0')}`
      const isInside = circle.standpoint === 'staff' || circle.standpoint === 'contractor'
      const share = isInside ? Math.max(0, (i - circle.size * 0.7) / circle.size) : i / (circle.size + 1)
      return {
        account: addAccount(world, { login, email: `${login}@${circle.domain}`, createdAt: '2016-04-04T09:00:00Z' }),
        standpoint: circle.standpoint,
        joinsAt: window.from + share * (window.to - window.from),
        isTranslator: translates(circle, i),
      }
    }),
  )
  return {
    people,
    updater: addAccount(world, { login: 'veille-des-briques', kind: 'Bot', email: 'veille@robots.example' }),
    releaser: addAccount(world, {
      login: 'vaubrelle-livraison',
      isMachine: true,
      email: 'livraison@vaubrelle.example',
    }),
  }
}
