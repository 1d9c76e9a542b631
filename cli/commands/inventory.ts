import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { giveAnswer, type InventoryCall } from '../inventory/give-answer.ts'

interface OverviewCall extends InventoryCall {
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
  await giveAnswer(call, answerOverview)
}

export async function components(call: InventoryCall & { readonly names: readonly string[] }): Promise<void> {
  const { answerComponents } = await import('../inventory/answer-components.ts')
  await giveAnswer(call, (asking) => answerComponents(asking, call.names))
}

export async function dependencies(
  call: InventoryCall<{ readonly stops?: boolean }> & { readonly name: string | undefined },
): Promise<void> {
  const { answerAllDependencies, answerDependencies } = await import('../inventory/answer-dependencies.ts')
  const { name, options } = call
  const stops = options.stops === true
  if (stops && name === undefined) {
    throw new UsageFailure('name-missing', '--stops needs the name of a component.', {
      hint: 'parvis inventory dependencies OWNER/NAME --stops',
    })
  }
  await giveAnswer(call, (asking) =>
    name === undefined ? answerAllDependencies(asking) : answerDependencies(asking, { name, stops }),
  )
}

interface AssemblyOptions {
  readonly holding?: string
  /** Language of the texts that a city asks for. */
  readonly texts?: string
}

export async function assemblies(
  call: InventoryCall<AssemblyOptions> & { readonly name: string | undefined; readonly other: string | undefined },
): Promise<void> {
  const { name, other, options } = call
  const { holding, texts } = options
  if (holding !== undefined) {
    const { answerHolding } = await import('../inventory/answer-holding.ts')
    await giveAnswer(call, (asking) => answerHolding(asking, holding))
  } else if (name === undefined) {
    const { answerAssemblies } = await import('../inventory/answer-assemblies.ts')
    await giveAnswer(call, answerAssemblies)
  } else if (other !== undefined) {
    const { answerDifference } = await import('../inventory/answer-difference.ts')
    await giveAnswer(call, (asking) => answerDifference(asking, { name, other }))
  } else if (texts !== undefined) {
    const { answerCity } = await import('../inventory/answer-city.ts')
    await giveAnswer(call, ({ language }, holdings) => answerCity(holdings, { name, texts, language }))
  } else {
    const { answerAssembly } = await import('../inventory/answer-assemblies.ts')
    await giveAnswer(call, (asking) => answerAssembly(asking, name))
  }
}

interface BrickOptions {
  readonly in?: string
  readonly gaps?: boolean
}

export async function bricks(call: InventoryCall<BrickOptions> & { readonly name: string | undefined }): Promise<void> {
  const { answerBricks } = await import('../inventory/answer-bricks.ts')
  const { name, options } = call
  await giveAnswer(call, (asking, holdings) =>
    answerBricks(asking, { name, within: options.in, gaps: options.gaps }, holdings),
  )
}

export async function migration(call: InventoryCall & { readonly name: string | undefined }): Promise<void> {
  const { answerMigration } = await import('../inventory/answer-migration.ts')
  const { name } = call
  await giveAnswer(call, ({ language }, holdings) => answerMigration(holdings, { name, language }))
}

export async function translations(
  call: InventoryCall<{ readonly texts?: string }> & { readonly name: string | undefined },
): Promise<void> {
  const { answerTranslations } = await import('../inventory/answer-translations.ts')
  const { name, options } = call
  const { texts, verbose: isVerbose = false } = options
  await giveAnswer(call, ({ language }, holdings) => answerTranslations(holdings, { name, texts, language, isVerbose }))
}
