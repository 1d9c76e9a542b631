import { defineQuery } from '../query.ts'

/** An organisation and a role, never a person; for the officer alone. */
export const registeredRequests = defineQuery({
  id: 'registers/requests',
  title: 'Who asked for what, and how far each request has come',
  params: {},
  row: {
    id: 'text',
    organisation: 'text',
    role: 'text?',
    need: 'text?',
    need_fr: 'text?',
    need_en: 'text?',
    words: 'text?',
    language: 'text?',
    stage: 'text',
    received_at: 'text',
    trial_at: 'text?',
    service_at: 'text?',
    next_step: 'text?',
    next_step_due: 'text?',
  },
  sql: `
    SELECT q.id, q.organisation, q.role, q.need, n.words_fr AS need_fr, n.words_en AS need_en, q.words, q.language,
      q.stage, q.received_at, q.trial_at, q.service_at, q.next_step, q.next_step_due
    FROM register_requests q
    LEFT JOIN register_needs n ON n.id = q.need
    ORDER BY q.received_at, q.id`,
})
