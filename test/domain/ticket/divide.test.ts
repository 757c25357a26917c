import { AGENT } from '../../support/registration';
import { aTicket } from '../../support/ticket-builder';

const SALES = { subject: 'Ventas', description: 'No se guardan', type: 'technical_problem' };
const LABELS = { subject: 'Manual', description: 'Pide el manual', type: 'manual_request' };

test('a split that keeps the original adds the parts and leaves it open', () => {
  const story = aTicket().step('split', { parts: [LABELS], keepOriginal: true });
  expect(story.types).toEqual(['split']);
  expect(story.dataOf('split').parts).toEqual([
    { folio: '1002001', subject: 'Manual', type: 'manual_request' },
  ]);
  expect(story.ticket).toMatchObject({ status: 'waiting_support', links: { splitInto: ['1002001'] } });
});

test('a split into all its topics closes the original', () => {
  const story = aTicket().step('split', { parts: [SALES, LABELS], keepOriginal: false });
  expect(story.ticket).toMatchObject({
    status: 'closed',
    closure: { reason: 'split', by: AGENT },
    links: { splitInto: ['1002001', '1002002'] },
    milestones: { resolved: null },
  });
  expect(story.ticket.outcomes).toMatchObject([{ target: 'first_attention', met: true }]);
});

test('a later split adds to the parts of an earlier one', () => {
  const story = aTicket().step('split', { parts: [LABELS], keepOriginal: true });
  story.step('split', { parts: [SALES], keepOriginal: true });
  expect(story.ticket.links.splitInto).toHaveLength(2);
});

test.each([
  [0, true],
  [0, false],
  [1, false],
])('%i parts are too few when the original is kept: %s', (count, keepOriginal) => {
  const parts = Array.from({ length: count }, () => SALES);
  expect(aTicket().refusal('split', { parts, keepOriginal })).toBe('too_few_parts');
});

test('a part has a type of the catalog, and its incident has happened', () => {
  const unknown = { ...SALES, type: 'nothing_of_ours' };
  expect(aTicket().refusal('split', { parts: [SALES, unknown], keepOriginal: false })).toBe('unknown_type');
  const future = { ...SALES, incidentAt: '2026-11-24T12:00:00.001Z' };
  expect(aTicket().refusal('split', { parts: [future], keepOriginal: true })).toBe('incident_in_future');
});

test('splitting leaves the wait of the original as it is', () => {
  const story = aTicket().attended().solved();
  const { waiting } = story.ticket;
  expect(story.step('split', { parts: [LABELS], keepOriginal: true }).ticket).toMatchObject({
    status: 'waiting_client',
    waiting,
  });
});

test('a referral without a supportable rest closes as out of scope and says what was referred', () => {
  const story = aTicket().step('refer', {
    description: 'Desarrollo de un reporte a la medida',
    keepOpen: false,
  });
  expect(story.types).toEqual(['referred', 'target_settled', 'closed']);
  expect(story.ticket.closure).toMatchObject({
    reason: 'out_of_scope',
    message: 'Desarrollo de un reporte a la medida',
  });
});

test("a referral goes to the address of the ticket's policy", () => {
  const story = aTicket({ policy: { consultingEmail: 'consultoria@optica-demo.test' } });
  story.step('refer', { description: 'Desarrollo', keepOpen: true });
  expect(story.dataOf('referred').address).toBe('consultoria@optica-demo.test');
  expect(story.ticket).toMatchObject({
    status: 'waiting_support',
    referral: { at: story.now, reference: null, cost: null },
  });
});

test('a referral answers the client', () => {
  const story = aTicket().attended().replied().after({ hours: 1 });
  story.step('refer', { description: 'Desarrollo', keepOpen: true });
  expect(story.dataOf('target_settled')).toMatchObject({
    target: 'next_reply',
    met: true,
    businessMinutes: 60,
  });
});

test('consulting may give its reference and cost with the referral, or later, and a cost once told stays', () => {
  const cost = { amount: 116_000, currency: 'MXN' } as const;
  const story = aTicket().step('refer', {
    description: 'Desarrollo',
    keepOpen: true,
    reference: 'C-1',
    cost,
  });
  expect(story.ticket.referral).toMatchObject({ reference: 'C-1', cost });
  const { at } = story.ticket.referral!;
  story.after({ hours: 1 }).step('updateReferral', { reference: 'C-2' });
  expect(story.types).toEqual(['referral_updated']);
  expect(story.ticket.referral).toEqual({ at, reference: 'C-2', cost });
  expect(story.ticket.clientVersion).toBe(story.ticket.version);
  expect(story.step('updateReferral', { reference: 'C-2', cost }).types).toEqual([]);
});

test('only what was referred has a reference, and only money is a cost', () => {
  const refused = (cost: unknown): string =>
    aTicket().refusal('refer', { description: 'Desarrollo', keepOpen: true, cost: cost as never });
  expect(aTicket().refusal('updateReferral', { reference: 'C-1' })).toBe('not_referred');
  for (const cost of [{ amount: 1.5, currency: 'MXN' }, { amount: -1, currency: 'MXN' }, { amount: 1 }]) {
    expect(refused(cost)).toBe('invalid_command');
  }
});
