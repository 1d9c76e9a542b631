import { base } from './catalogue-base.ts'
import { modules } from './catalogue-modules.ts'
import { offices } from './catalogue-offices.ts'
import { platform } from './catalogue-platform.ts'
import { requests } from './catalogue-requests.ts'
import { services } from './catalogue-services.ts'
import { trades } from './catalogue-trades.ts'
import { artifactId, type DemoComponent } from './component.ts'

/** Every repository of the demo, in the order in which they were made known. */
export const catalogue: readonly DemoComponent[] = [
  ...base,
  ...requests,
  ...platform,
  ...modules,
  ...trades,
  ...offices,
  ...services,
]

const byArtifact = new Map(catalogue.map((c) => [artifactId(c), c]))

export function componentOf(artifact: string): DemoComponent {
  const found = byArtifact.get(artifact)
  if (!found) throw new Error(`The catalogue has no ${artifact}`)
  return found
}
