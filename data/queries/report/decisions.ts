import { defineQuery } from '../query.ts'

/** For the officer alone: what was asked is the business of the body until it answers. */
export const registeredDecisions = defineQuery({
  id: 'report/decisions',
  title: 'Questions put to a body, what it decided, and what is done; the last asked first',
  params: {},
  row: {
    id: 'text',
    question: 'text',
    body: 'text',
    asked_at: 'text',
    outcome: 'text?',
    decided_at: 'text?',
    due: 'text?',
    done_at: 'text?',
    address: 'text?',
  },
  sql: `
    SELECT d.id, d.question, d.body, d.asked_at, d.outcome, d.decided_at, d.due, d.done_at, d.address
    FROM register_decisions d
    ORDER BY d.asked_at DESC, d.id`,
})
