import type { EventType } from '../../src/domain/ticket/events';
import { SHARED } from '../../web/ui/i18n/shared-messages';
import { WRITERS } from '../../web/ui/timeline/event-sentence';

/** Does not compile when the domain has an event that is not here. */
const EVERY_TYPE: Record<EventType, true> = {
  registered: true,
  categorized: true,
  prioritized: true,
  assigned: true,
  assignment_requested: true,
  attention_recorded: true,
  first_attended: true,
  contact_corrected: true,
  incident_corrected: true,
  message_posted: true,
  note_added: true,
  phone_call_recorded: true,
  solution_proposed: true,
  solution_retracted: true,
  reminder_sent: true,
  target_missed: true,
  target_settled: true,
  estimate_overrun: true,
  participant_added: true,
  participant_removed: true,
  requester_changed: true,
  split: true,
  referred: true,
  referral_updated: true,
  session_changed: true,
  incident_linked: true,
  incident_unlinked: true,
  policy_migrated: true,
  mail_failed: true,
  engine_cancel_ignored: true,
  run_repaired: true,
  closed: true,
};

it('has a sentence for every event of a ticket', () => {
  expect(Object.keys(WRITERS).sort()).toEqual(Object.keys(EVERY_TYPE).sort());
});

it('says the same things in both languages, with the same values', () => {
  const values = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();
  const english: Record<string, string> = SHARED.en;
  expect(Object.keys(english).sort()).toEqual(Object.keys(SHARED.es).sort());
  for (const [key, spanish] of Object.entries(SHARED.es))
    expect([key, values(english[key] ?? '')]).toEqual([key, values(spanish)]);
});
