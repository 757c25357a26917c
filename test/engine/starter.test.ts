import { Writable } from 'node:stream';
import pino from 'pino';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { Starter } from '../../src/engine/starter';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { findIntake, keepIntake, pendingIntakes, type IntakeDocument } from '../../src/store/tickets/intakes';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { aRegistration, aTicketInput } from '../support/registration';

let server: ServerDesk;
const lines: string[] = [];
const logger = pino(
  { level: 'error' },
  new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) }),
);

beforeAll(async () => {
  server = await openServerDesk();
  const edit = { now: new Date(), by: null };
  await addPolicyVersion(server.desk.store, DEFAULT_SUPPORT_POLICY, edit);
  await addCalendarVersion(server.desk.store, 'mx', DEFAULT_CALENDAR, edit);
});
afterAll(() => server?.close());

function keep(createdAt: string, policyVersion: number): Promise<IntakeDocument> {
  const { folio: _id, registeredAt, actor } = aTicketInput();
  const registration = aRegistration({ policyVersion, calendar: { id: 'mx', version: 1 } });
  const rest = { bodyHash: '', state: 'pending', organizationId: registration.organizationId } as const;
  const commandId = `c-${_id}`;
  return keepIntake(server.desk.store, {
    _id,
    commandId,
    createdAt,
    ...rest,
    input: { registeredAt, actor, commandId, registration },
  });
}

test('a registration that can not be started is reported once, and the others do not wait for it', async () => {
  const { store } = server.desk;
  const broken = await keep('2026-11-24T12:00:00.000Z', 99);
  const starter = new Starter({ store, client: server.client, logger });
  try {
    for (const intake of [broken, broken, await keep('2026-11-24T12:00:01.000Z', 1)]) starter.offer(intake);
    await waitUntil('the starter', 10_000, () => Promise.resolve(starter.load === 0));
  } finally {
    await starter.stop();
  }
  expect((await findIntake(store, broken._id))?.fault).toBe('pinned_version_gone');
  expect(await pendingIntakes(store, 10)).toEqual([]);
  expect((await pendingIntakes(store, 10, { faulty: true })).map(({ _id }) => _id)).toEqual([broken._id]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(broken._id);
});

test('a stop waits for the start that is on its way, and takes on no other', async () => {
  const { store } = server.desk;
  const [begun, left] = [
    await keep('2026-11-24T12:00:02.000Z', 1),
    await keep('2026-11-24T12:00:03.000Z', 1),
  ];
  const starter = new Starter({ store, client: server.client, logger });
  expect(starter.offer(begun)).toBe(true);
  await starter.stop();
  expect(starter.load).toBe(0);
  expect((await findIntake(store, begun._id))?.state).toBe('started');
  expect(starter.offer(left)).toBe(false);
  expect((await findIntake(store, left._id))?.state).toBe('pending');
});
