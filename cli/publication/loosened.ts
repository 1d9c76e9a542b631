import { loosened, STOP_RULES } from '#data/publication/stop.ts'
import type { Config } from '../config.ts'

/** One line for each default on what the public may see that `parvis.yaml` loosens, to be said at every public build. */
export function loosenedIn({ publish, site }: Pick<Config, 'publish' | 'site'>): readonly string[] {
  const figures = [...new Set(site.headlines?.map(({ figure }) => figure))]
  return [
    ...(publish.conformity === 'detail' ? [changed('publish.conformity', 'detail', 'summary')] : []),
    ...loosened(publish.stop).map((rule) => changed(`publish.stop.${rule}`, publish.stop[rule], STOP_RULES[rule])),
    ...(publish.ggi ? [changed('publish.ggi', true, false)] : []),
    ...(publish.providers ? [changed('publish.providers', true, false)] : []),
    ...(figures.length === 0
      ? []
      : [`Loosened in parvis.yaml: site.headlines replaces the generated headline of ${figures.join(', ')}.`]),
  ]
}

function changed(key: string, value: string | number | boolean, usual: string | number | boolean): string {
  return `Loosened in parvis.yaml: ${key} is ${value}; Parvis comes with ${usual}.`
}
