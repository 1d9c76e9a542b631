import { giveAnswer, type InventoryCall } from '../inventory/give-answer.ts'

export async function needs(call: InventoryCall & { readonly words: readonly string[] }): Promise<void> {
  const { answerNeeds } = await import('../inventory/answer-needs.ts')
  await giveAnswer(call, (asking) => answerNeeds(asking, call.words.join(' ')))
}
