import type { Register } from '../register.ts'
import { adopters } from './adopters.ts'
import { bricks } from './bricks.ts'
import { collections } from './collections.ts'
import { components } from './components.ts'
import { corrections } from './corrections.ts'
import { costs } from './costs.ts'
import { credits } from './credits.ts'
import { decisions } from './decisions.ts'
import { events } from './events.ts'
import { facts } from './facts.ts'
import { fallbacks } from './fallbacks.ts'
import { images } from './images.ts'
import { leads } from './leads.ts'
import { lines } from './lines.ts'
import { listings } from './listings.ts'
import { needs } from './needs.ts'
import { openness } from './openness.ts'
import { outside } from './outside.ts'
import { providers } from './providers.ts'
import { readings } from './readings.ts'
import { requests } from './requests.ts'
import { roadmap } from './roadmap.ts'
import { services } from './services.ts'
import { trackers } from './trackers.ts'
import { translationDays } from './translation-days.ts'
import { trials } from './trials.ts'

/** Every register, in the order of documentation. */
export const REGISTERS: readonly Register[] = [
  components,
  services,
  needs,
  collections,
  adopters,
  leads,
  images,
  requests,
  bricks,
  fallbacks,
  trials,
  trackers,
  lines,
  openness,
  listings,
  outside,
  providers,
  translationDays,
  events,
  roadmap,
  decisions,
  costs,
  readings,
  facts,
  credits,
  corrections,
]
