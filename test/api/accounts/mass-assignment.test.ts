import { z } from 'zod';
import { ROUTES } from '../../../src/contract/registry';
import { NO_BODY, type Route } from '../../../src/contract/route';
import { may, type Permission } from '../../../src/domain/access/permissions';
import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { everythingStored } from '../everything-stored';
import { inline, type Schema } from '../sample';
import { bodyWith, placesIn, recordsIn } from './body-places';
import { ownedRecords, type OwnedRecords } from './owned-records';

let api: ApiUnderTest;
let admin: Caller;
let records: OwnedRecords;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
  records = await ownedRecords(api);
  admin = await api.person('admin');
}, 60_000);

afterAll(() => api.stop());

const ALL = ROUTES as readonly Route[];
const WRITABLE = ALL.filter(({ reads, body }) => reads === 'json' && body !== NO_BODY);

/** A refusal names some more fields at most. */
const AT_ONCE = 30;

/** Every field that a representation holds at any depth, and what a document holds that no answer shows. */
const FIELDS = [
  ...new Set([
    ...ALL.flatMap(({ answers }) =>
      answers.flatMap(({ schema }) => (schema ? namesIn(jsonSchema(schema, 'output')) : [])),
    ),
    ...[
      '_id',
      'passwordHash',
      'secretHash',
      'tokenHash',
      'demo',
      'departedAt',
      'search',
      'userId',
      'secondFactor',
    ],
  ]),
].sort();

test('the fields are those of the whole contract', () => {
  expect(FIELDS.length).toBeGreaterThan(150);
  expect(FIELDS).toEqual(
    expect.arrayContaining(['id', 'role', 'version', 'status', 'createdAt', 'openTickets']),
  );
});

const PLACES = WRITABLE.flatMap((route) =>
  placesIn(bodySchema(route)).map(
    (place) => [`${route.method.toUpperCase()} ${route.path}`, place.steps.join('.'), route, place] as const,
  ),
);

test('objects at every depth are looked into', () => {
  const nested = PLACES.filter(([, at]) => at !== '').map(([, at, { id }]) => `${id} ${at}`);
  expect(nested).toEqual(
    expect.arrayContaining([
      'registerTicket contact',
      'splitTicket parts.0',
      'attendTicket possibleSolutions.0',
      'putCalendar weekly.1.0',
      'putSupportPolicy remoteSession.cancellation',
      'putSupportPolicy types.0',
    ]),
  );
});

test('only where keys are the caller’s own data may they be anything', () => {
  const free = WRITABLE.flatMap((route) => recordsIn(bodySchema(route)).map((at) => `${route.id} ${at}`));
  const allowed = [
    ...['putCalendar', 'previewDeadline'].flatMap((id) =>
      ['weekly', 'holidays', 'exceptions'].map((days) => `${id} ${days}`),
    ),
    'putSupportPolicy texts',
    'decodePayloads payloads.0.metadata',
    'encodePayloads payloads.0.metadata',
  ];
  expect(free.filter((record) => !allowed.includes(record))).toEqual([]);
  expect(free).toContain('putCalendar weekly');
});

test.each(PLACES)(
  '%s %s refuses every field that is not its own, and names it',
  async (_line, at, route, place) => {
    const own = new Set(place.own);
    const others = FIELDS.filter((field) => !own.has(field));
    expect(others.length).toBeGreaterThan(100);
    const before = await everythingStored(api.deps.store);
    const passed: string[] = [];
    for (let from = 0; from < others.length; from += AT_ONCE) {
      const fields = others.slice(from, from + AT_ONCE);
      const foreign = Object.fromEntries(fields.map((field) => [field, 'x']));
      const { status, body: problem } = await callerOf(route).call(route.id as never, {
        params: paramsOf(route),
        body: bodyWith(bodySchema(route), place.steps, foreign),
      });
      expect([status, problem['code']]).toEqual([400, 'invalid_request']);
      const errors = problem['errors'] as { path: string; code: string }[];
      const named = new Set(errors.filter(({ code }) => code === 'unknown_field').map(({ path }) => path));
      passed.push(...fields.filter((field) => !named.has(at === '' ? field : `${at}.${field}`)));
    }
    expect(passed).toEqual([]);
    expect(await everythingStored(api.deps.store)).toEqual(before);
  },
);

/** What is the client's alone is tried by the owner of the records. */
function callerOf({ permission }: Route): Caller {
  if (permission === 'public') return api.anonymous();
  return may('admin', permission as Permission) ? admin : records.owner;
}

function paramsOf({ path }: Route): Record<string, string> {
  const [, collection = ''] = path.split('/');
  const id = records.ids[collection] ?? 'x1';
  return { ...records.params, id, token: `${'0'.repeat(20)}.${'A'.repeat(43)}` };
}

function bodySchema({ body }: Route): Schema {
  return inline(jsonSchema(body, 'input'));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
}

/** Names of all properties, those of referenced schemas too. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {} } = value as Schema;
  return [...Object.keys(properties), ...Object.values(value).flatMap(namesIn)];
}
