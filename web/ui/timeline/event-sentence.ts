import type { TicketEvent } from '../api/types';
import { durationText } from '../format/duration-text';
import { instantText } from '../format/instant-text';
import type { Language } from '../i18n/language';
import { SHARED } from '../i18n/shared-messages';
import type { Translate } from '../i18n/translate';
import { text } from './event-data';
import { moneyLines } from './money-lines';
import type { Speech } from './speech';

type Data = Readonly<Record<string, unknown>>;
type Writer = (data: Data, speech: Speech & { who: string }) => string;

/** What happened, as one sentence. An event of a kind that the page does not know yet is still told. */
export function eventSentence(event: TicketEvent, speech: Speech): string {
  const write = WRITERS[event.type];
  const who = subject(speech.names.actor(event.actor), speech);
  return write ? write(event.data, { ...speech, who }) : speech.t('ui.event.unknown');
}

/** Who has no name of their own stands in a sentence with an article. */
function subject(name: string, { t }: Speech): string {
  if (name === t('ui.actor.support')) return t('ui.actor.support.subject');
  if (name === t('ui.actor.client')) return t('ui.actor.client.subject');
  return name;
}

/** By event type, as `src/domain/ticket/events.ts` lists them. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  registered: (_data, { t, who }) => t('ui.event.registered', { who }),
  categorized: ({ type }, { t, who, names }) =>
    t('ui.event.categorized', { who, type: names.type(text(type)) }),
  prioritized: ({ priority }, { t, who }) =>
    t('ui.event.prioritized', { who, priority: label(t, 'ui.priority', priority) }),
  assigned: ({ agentId, how }, { t, who, names }) => {
    const agent = names.person(text(agentId));
    const unnamed = agent === t('ui.actor.support') || agent === t('ui.actor.client');
    if (unnamed) return t('ui.event.assigned.someone');
    if (how === 'claim') return t('ui.event.assigned.claim', { agent: who });
    return t('ui.event.assigned', { agent });
  },
  assignment_requested: (_data, { t, who }) => t('ui.event.assignment_requested', { who }),
  attention_recorded: (_data, { t, who }) => t('ui.event.attention_recorded', { who }),
  first_attended: (_data, { t }) => t('ui.event.first_attended'),
  contact_corrected: ({ contact }, { t, who }) => {
    const { name, phone, email } = record(contact);
    return t('ui.event.contact_corrected', { who, name: text(name), phone: text(phone), email: text(email) });
  },
  incident_corrected: ({ incidentAt }, { t, who, language }) =>
    t('ui.event.incident_corrected', { who, when: instant(incidentAt, language) }),
  message_posted: ({ awaitsClient, wait }, { t, who, language }) =>
    awaitsClient === true && wait !== null
      ? t('ui.event.message_posted.question', {
          who,
          closing: instant(record(wait)['autoCloseAt'], language),
        })
      : t('ui.event.message_posted', { who }),
  note_added: (_data, { t, who }) => t('ui.event.note_added', { who }),
  phone_call_recorded: (_data, { t, who }) => t('ui.event.phone_call_recorded', { who }),
  solution_proposed: ({ wait }, { t, who, language }) =>
    t('ui.event.solution_proposed', { who, closing: instant(record(wait)['autoCloseAt'], language) }),
  solution_retracted: ({ cause, reason }, { t, who }) =>
    t(cause === 'question' ? 'ui.event.solution_retracted.question' : 'ui.event.solution_retracted', {
      who,
      reason: text(reason),
    }),
  reminder_sent: ({ autoCloseAt, phoneTheClient }, { t, language }) =>
    t(phoneTheClient === true ? 'ui.event.reminder_sent.phone' : 'ui.event.reminder_sent', {
      closing: instant(autoCloseAt, language),
    }),
  target_missed: ({ target, dueAt }, { t, language }) =>
    t('ui.event.target_missed', { target: label(t, 'ui.target', target), due: instant(dueAt, language) }),
  target_settled: ({ target, met, businessMinutes }, { t }) =>
    t(met === true ? 'ui.event.target_settled.met' : 'ui.event.target_settled.missed', {
      target: label(t, 'ui.target', target),
      time: durationText(Number(businessMinutes)),
    }),
  estimate_overrun: ({ dueAt }, { t, language }) =>
    t('ui.event.estimate_overrun', { due: instant(dueAt, language) }),
  participant_added: ({ clientId }, { t, who, names }) =>
    t('ui.event.participant_added', { who, client: names.person(text(clientId)) }),
  participant_removed: ({ clientId }, { t, who, names }) =>
    t('ui.event.participant_removed', { who, client: names.person(text(clientId)) }),
  requester_changed: ({ clientId }, { t, who, names }) =>
    t('ui.event.requester_changed', { who, client: names.person(text(clientId)) }),
  split: ({ parts }, { t, who }) => {
    const folios = list(parts).map((part) => text(record(part)['folio']));
    return t('ui.event.split', { who, count: folios.length, folios: folios.join(', ') });
  },
  referred: ({ description }, { t, who }) => t('ui.event.referred', { who, description: text(description) }),
  referral_updated: ({ reference }, { t, who }) =>
    t('ui.event.referral_updated', { who, reference: text(reference) }),
  session_changed: (data, speech) =>
    [sessionSentence(data, speech), ...moneyLines({ data }, speech).map(({ sentence }) => sentence)].join(
      '. ',
    ),
  incident_linked: ({ title }, { t, who }) =>
    title === undefined
      ? t('ui.event.incident_linked')
      : t('ui.event.incident_linked.staff', { who, title: text(title) }),
  incident_unlinked: ({ title }, { t, who }) =>
    title === undefined
      ? t('ui.event.incident_unlinked')
      : t('ui.event.incident_unlinked.staff', { who, title: text(title) }),
  policy_migrated: ({ before, after, reason, wait }, { t, who, language }) => {
    const closing = wait ? instant(record(wait)['autoCloseAt'], language) : '';
    if (after === undefined) return t('ui.event.policy_migrated.client', { closing });
    const rules = { from: rulesText(before, t), to: rulesText(after, t) };
    const moved = t('ui.event.policy_migrated', { who, ...rules, reason: text(reason) });
    return closing === '' ? moved : `${moved}. ${t('ui.event.policy_migrated.closing', { closing })}`;
  },
  mail_failed: ({ recipient, kind }, { t }) =>
    record(recipient)['role'] === 'consulting'
      ? t('ui.event.mail_failed.consulting')
      : label(t, 'ui.event.mail_failed', kind),
  engine_cancel_ignored: (_data, { t }) => t('ui.event.engine_cancel_ignored'),
  run_repaired: ({ reason }, { t, who }) => t('ui.event.run_repaired', { who, reason: text(reason) }),
  closed: ({ reason }, { t }) => t('ui.event.closed', { reason: label(t, 'ui.reason', reason) }),
};

/** Where a session stands; its money is told beside it. */
export function sessionSentence({ id, state, sameState }: Data, { t }: Speech): string {
  const session = text(id).split('-').at(-1) ?? '';
  if (sameState === true) return t('ui.event.session_changed.money', { session });
  return t('ui.event.session_changed', { session, state: label(t, 'ui.session', state) });
}

/** The name of one of a closed list; itself when the page does not know it yet. */
function label(t: Translate, stem: string, value: unknown): string {
  const key = `${stem}.${text(value)}`;
  return isKey(key) ? t(key) : text(value);
}

function isKey(key: string): key is Parameters<Translate>[0] {
  return key in SHARED.es;
}

/** The versions that a ticket was or is held to. */
function rulesText(rules: unknown, t: Translate): string {
  const { policyVersion, calendar } = record(rules);
  const { id, version } = record(calendar);
  return t('ui.event.policy_migrated.rules', {
    policy: Number(policyVersion),
    calendar: text(id),
    version: Number(version),
  });
}

function instant(value: unknown, language: Language): string {
  return typeof value === 'string' ? instantText(value, language) : '';
}

function record(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
