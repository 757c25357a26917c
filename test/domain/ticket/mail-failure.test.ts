import { isClientVisible } from '../../../src/domain/ticket/events';
import { CLIENT } from '../../support/registration';
import { aTicket } from '../../support/ticket-builder';

const BOUNCED = { recipient: { role: 'requester', id: CLIENT.id }, kind: 'bounced' } as const;

test('a mail that does not reach the client flags the ticket, once, for support only', () => {
  const story = aTicket().step('flagMail', BOUNCED);
  expect(story.dataOf('mail_failed')).toEqual(BOUNCED);
  expect(story.ticket.mailFailed).toBe(true);
  expect(story.last.some(isClientVisible)).toBe(false);
  expect(story.step('flagMail', BOUNCED).types).toEqual([]);
});

test('a mail lost on its way to consulting is on record, and the client is not to be phoned for it', () => {
  const story = aTicket().step('flagMail', { recipient: { role: 'consulting', id: null }, kind: 'refused' });
  expect(story.types).toEqual(['mail_failed']);
  expect(story.ticket.mailFailed).toBe(false);
});

test('the 48 hours run on when a mail fails', () => {
  const story = aTicket().attended().solved();
  const { waiting } = story.ticket;
  expect(story.step('flagMail', BOUNCED).ticket).toMatchObject({ status: 'waiting_client', waiting });
});

test('since when mails fail is kept for each kind of recipient', () => {
  const toConsulting = { recipient: { role: 'consulting', id: null }, kind: 'refused' } as const;
  const story = aTicket().step('flagMail', BOUNCED);
  const since = story.now;
  story.after({ hours: 1 }).step('flagMail', toConsulting);
  const later = story.now;
  story.after({ hours: 1 }).step('flagMail', toConsulting);
  expect(story.ticket.mailFailures).toEqual([
    { recipient: 'requester', kind: 'bounced', since },
    { recipient: 'consulting', kind: 'refused', since: later },
  ]);
});
