import { type RegisterProblem, registerProblems } from '#data/inventory/register-problems.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Asking, InventoryAnswer } from '../inventory/answer.ts'
import type { INVENTORY_FORMATS } from '../inventory/formats.ts'
import { withHoldings } from '../inventory/holdings.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import type { Session } from '../session.ts'

interface InventoryOptions extends CommonOptions {
  readonly format: (typeof INVENTORY_FORMATS)[number]
}

type Call<More = object> = Session & { readonly options: InventoryOptions & More }

interface OverviewCall extends Call {
  /** What stands where a question is named, and is none. */
  readonly question: string | undefined
  readonly questions: readonly string[]
}

export async function overview(call: OverviewCall): Promise<void> {
  if (call.question !== undefined) {
    const { question, questions } = call
    throw new UsageFailure(
      'question-unknown',
      `there is no question "${question}".${suggestion(question, questions)}`,
      {
        hint: `parvis inventory ${questions.join(' | ')}`,
      },
    )
  }
  const { answerOverview } = await import('../inventory/answer-overview.ts')
  await answer(call, answerOverview)
}

export async function components(call: Call & { readonly names: readonly string[] }): Promise<void> {
  const { answerComponents } = await import('../inventory/answer-components.ts')
  await answer(call, (asking) => answerComponents(asking, call.names))
}

export async function dependencies(
  call: Call<{ readonly stops?: boolean }> & { readonly name: string | undefined },
): Promise<void> {
  const { answerAllDependencies, answerDependencies } = await import('../inventory/answer-dependencies.ts')
  const { name, options } = call
  const stops = options.stops === true
  if (stops && name === undefined) {
    throw new UsageFailure('name-missing', '--stops needs the name of a component.', {
      hint: 'parvis inventory dependencies OWNER/NAME --stops',
    })
  }
  await answer(call, (asking) =>
    name === undefined ? answerAllDependencies(asking) : answerDependencies(asking, { name, stops }),
  )
}

interface AssemblyOptions {
  readonly holding?: string
  readonly need?: string
}

export async function assemblies(
  call: Call<AssemblyOptions> & { readonly name: string | undefined; readonly other: string | undefined },
): Promise<void> {
  const answers = await import('../inventory/answer-assemblies.ts')
  const { name, other, options } = call
  await answer(call, (asking) => {
    if (options.need !== undefined) return answers.answerNeeds(asking, options.need)
    if (options.holding !== undefined) return answers.answerHolding(asking, options.holding)
    if (name === undefined) return answers.answerAssemblies(asking)
    return other === undefined
      ? answers.answerAssembly(asking, name)
      : answers.answerDifference(asking, { name, other })
  })
}

export async function bricks(call: Call & { readonly name: string | undefined }): Promise<void> {
  const { answerBricks } = await import('../inventory/answer-bricks.ts')
  await answer(call, (asking) => answerBricks(asking, call.name))
}

async function answer(call: Call, ask: (asking: Asking) => InventoryAnswer): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async ({ inventory, config }) => {
    const language = languageOf(options, io.env, config.language)
    const problems = registerProblems(inventory)
    io.out(await written(ask({ inventory, language }), { inventory, problems, language, format: options.format }))
  })
}

interface Writing extends Asking {
  readonly problems: readonly RegisterProblem[]
  readonly format: InventoryOptions['format']
}

async function written(given: InventoryAnswer, { format, ...around }: Writing): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../reporters/inventory-json.ts')).inventoryJson(given, around)
    case 'csv':
      return (await import('../reporters/inventory-csv.ts')).inventoryCsv(given, around.language)
    case 'cyclonedx':
      return (await import('../reporters/inventory-cyclonedx.ts')).inventoryCycloneDx(given, around.inventory)
    case 'table':
      return (await import('../reporters/inventory-text.ts')).inventoryText(given, around)
  }
}
