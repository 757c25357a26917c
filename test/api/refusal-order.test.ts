import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let owner: Caller;
let stranger: Caller;
let params: { folio: string };

beforeAll(async () => {
  api = await ApiUnderTest.start();
  owner = await api.person('client');
  stranger = await api.person('client');
  const { body } = await owner.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
});

afterAll(() => api.stop());

const WRONG = {
  raw: '{"type": ',
  headers: { 'If-Match': 'wrong', 'Idempotency-Key': 'two words' },
  query: '?wrong=1',
};

test('who is not logged in hears only that, whatever else is wrong', async () => {
  const reply = await api.anonymous().call('categorizeTicket', { params, ...WRONG });
  expect(reply).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

test('a key that is no key of ours is nobody', async () => {
  for (const authorization of [
    'Bearer',
    'Bearer eok_x',
    'Basic YTpi',
    `Bearer eok_${'0'.repeat(20)}_${'A'.repeat(43)}`,
  ]) {
    const reply = await api.anonymous().call('listTickets', { headers: { authorization } });
    expect(reply.status).toBe(401);
  }
});

test('a ticket out of reach does not exist, whatever else is wrong', async () => {
  const foreign = await stranger.call('categorizeTicket', { params, ...WRONG });
  const absent = await stranger.call('categorizeTicket', { params: { folio: '999999999' }, ...WRONG });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
});

test('a role that may not hears so before its input is judged', async () => {
  const reply = await owner.call('categorizeTicket', { params, ...WRONG });
  expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

test('bad input is told before the state of the ticket', async () => {
  const agent = await api.person('agent');
  const reply = await agent.call('proposeSolution', {
    params,
    body: { summary: '' },
    headers: { 'If-Match': '"99"' },
  });
  expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'summary', code: 'blank' }] } });
});

test('an API key reaches no further than its scopes', async () => {
  const limited = await api.person('agent', null, ['ticket.read']);
  expect((await limited.call('readTicket', { params })).status).toBe(200);
  const reply = await limited.call('categorizeTicket', { params, body: { type: 'question' } });
  expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});
