import { EXIT } from '../exit.ts'
import { publishedGovernance } from '../governance/published.ts'
import { withHoldings } from '../inventory/holdings.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { openPacks } from '../packs.ts'
import { todoJson, todoText } from '../reporters/todo.ts'
import type { Session } from '../session.ts'
import { loadTodo } from '../todo/load-todo.ts'

interface TodoOptions extends CommonOptions {
  readonly format: 'text' | 'json'
}

/** What waits for the officer, the most urgent first; exit 1 when something is past its day. */
export async function todo(call: Session & { readonly options: TodoOptions }): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async ({ store, config, inventory }) => {
    const language = languageOf(options, io.env, config.language)
    const list = await loadTodo(store, {
      ...{ config, inventory, packs: await openPacks(config) },
      governance: await publishedGovernance(store, { config, audience: 'internal' }),
      // A recording carries its own clock.
      actualDay: config.site.demo ? null : io.now().toISOString().slice(0, 10),
    })
    io.out(
      options.format === 'json'
        ? todoJson(list, language)
        : todoText(list, { language, isVerbose: options.verbose === true }),
    )
    if (list.items.some(({ urgency }) => urgency === 'late')) call.exit(EXIT.findings)
  })
}
