import type { Collector } from './collector.ts'
import { gitCommits } from './git/commits.ts'
import { changeRequests } from './github/change-requests.ts'
import { commits } from './github/commits.ts'
import { contents } from './github/contents.ts'
import { dependencyGraph } from './github/dependency-graph.ts'
import { governance } from './github/governance.ts'
import { issues } from './github/issues.ts'
import { members } from './github/members.ts'
import { outbound } from './github/outbound.ts'
import { repositories } from './github/repositories.ts'
import { affiliations } from './registers/affiliation.ts'
import { keptRegisters } from './registers/kept.ts'
import { optIns } from './registers/opt-ins.ts'
import { workdir } from './workdir/checkout.ts'

/** Every collector, in the order in which they run: what lists comes before what walks the list. */
export const collectors: readonly Collector[] = [
  affiliations,
  optIns,
  ...keptRegisters,
  repositories,
  governance,
  members,
  changeRequests,
  issues,
  commits,
  contents,
  dependencyGraph,
  outbound,
  gitCommits,
  workdir,
]
