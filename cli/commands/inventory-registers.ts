import type { Audience } from '#data/model/vocabulary.ts'
import { giveAnswer, type InventoryCall } from '../inventory/give-answer.ts'

/** Questions that registers answer, joined with what was collected. */

type NamedCall = InventoryCall & { readonly name: string | undefined }

export async function needs(call: InventoryCall & { readonly words: readonly string[] }): Promise<void> {
  const { answerNeeds } = await import('../inventory/answer-needs.ts')
  await giveAnswer(call, (asking) => answerNeeds(asking, call.words.join(' ')))
}

export async function services(call: NamedCall): Promise<void> {
  const { answerServices } = await import('../inventory/answer-services.ts')
  const { name } = call
  await giveAnswer(call, ({ language }, holdings) => answerServices(holdings, { name, language }))
}

export async function reuse(call: NamedCall): Promise<void> {
  const { answerReuse } = await import('../inventory/answer-reuse.ts')
  const { name } = call
  await giveAnswer(call, ({ language }, holdings) => answerReuse(holdings, { name, language }))
}

export async function outside(call: InventoryCall<{ readonly audience: Audience }>): Promise<void> {
  const { answerOutside } = await import('../inventory/answer-outside.ts')
  const { audience } = call.options
  await giveAnswer(call, ({ language }, holdings) => answerOutside(holdings, { language, audience }))
}

export async function requests(call: InventoryCall): Promise<void> {
  const { answerRequests } = await import('../inventory/answer-requests.ts')
  await giveAnswer(call, ({ language }, holdings) => answerRequests(holdings, language))
}

export async function trackers(call: InventoryCall): Promise<void> {
  const { answerTrackers } = await import('../inventory/answer-trackers.ts')
  await giveAnswer(call, ({ language }, holdings) => answerTrackers(holdings, language))
}

export async function facts(call: InventoryCall): Promise<void> {
  const { answerFacts } = await import('../inventory/answer-facts.ts')
  await giveAnswer(call, ({ language }, holdings) => answerFacts(holdings, language))
}

export async function openness(call: InventoryCall): Promise<void> {
  const { answerOpenness } = await import('../inventory/answer-openness.ts')
  await giveAnswer(call, ({ language }, holdings) => answerOpenness(holdings, language))
}
