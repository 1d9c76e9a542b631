import { settings } from 'virtual:parvis-site'
import { desk } from '../desk.ts'
import type { ThirdParties } from '../loaders/third-parties.ts'
import { csv } from './csv.ts'

/** One line for each third-party component and version that is asked for; what is not known is empty. */
export function thirdPartyFile({ all }: ThirdParties): string {
  const heads = ['component', 'title', 'version', 'asked_by', 'is_behind', 'licenses', 'latest', 'latest_at', 'state']
  const more = ['used_by', 'environments', 'packs', 'plan_state', 'alternative', 'effort', 'risk', 'owner', 'review']
  // One file serves both languages of the site: it speaks the first.
  const { prose } = desk(settings.languages[0] ?? 'fr')
  const told = (held: string | null | undefined) => (held ? prose(held).text : null)
  const rows = all.flatMap((one) => {
    const versions = one.versions.length === 0 ? [{ version: null, components: 0, is_behind: null }] : one.versions
    const [plan] = one.plans
    return versions.map(({ version, components, is_behind }) => [
      ...[one.brick, one.title, version, components, is_behind],
      ...[one.licenses, one.latest, one.latest_at, one.state, one.used_by],
      one.environments.map(({ name, version: running }) => [name, running].filter(Boolean).join(' ')).join('; '),
      ...[one.packs.join('; '), one.group, told(plan?.alternative), plan?.effort ?? null],
      ...[plan?.risk ?? null, told(plan?.owner), plan?.review ?? null],
    ])
  })
  return csv([...heads, ...more], rows)
}
