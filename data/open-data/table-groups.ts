import { AGENDA_TABLES } from './published/agenda.ts'
import { FIGURE_TABLES } from './published/figures.ts'
import { GOVERNANCE_TABLES } from './published/governance.ts'
import { GUIDE_TABLES } from './published/guide.ts'
import { PORTFOLIO_TABLES } from './published/portfolio.ts'
import { REGISTER_TABLES } from './published/register.ts'

export type TableGroup = 'register' | 'figures' | 'portfolio' | 'agenda' | 'guide' | 'governance'

/** The published tables by what they are about, in the order of the page. */
export const GROUPS_OF_TABLES: readonly { readonly group: TableGroup; readonly names: readonly string[] }[] = [
  { group: 'register', names: Object.keys(REGISTER_TABLES) },
  { group: 'figures', names: Object.keys(FIGURE_TABLES) },
  { group: 'portfolio', names: Object.keys(PORTFOLIO_TABLES) },
  { group: 'agenda', names: Object.keys(AGENDA_TABLES) },
  { group: 'guide', names: Object.keys(GUIDE_TABLES) },
  { group: 'governance', names: Object.keys(GOVERNANCE_TABLES) },
]
