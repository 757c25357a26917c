import { z } from 'zod';
import { ROUTES } from '../../../src/contract/registry';
import { NO_BODY, type Route } from '../../../src/contract/route';
import { may, type Permission } from '../../../src/domain/access/permissions';
import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { everythingStored } from '../everything-stored';
import type { Schema } from '../sample';
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

/** A refusal names so many fields at most. */
const AT_ONCE = 40;

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

test.each(WRITABLE.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s refuses every field that is not its own, and names it',
  async (_line, route) => {
    const own = new Set(ownFields(jsonSchema(route.body, 'input')));
    const others = FIELDS.filter((field) => !own.has(field));
    expect(others.length).toBeGreaterThan(100);
    const before = await everythingStored(api.deps.store);
    const passed: string[] = [];
    for (let from = 0; from < others.length; from += AT_ONCE) {
      const fields = others.slice(from, from + AT_ONCE);
      const body = Object.fromEntries(fields.map((field) => [field, 'x']));
      const { status, body: problem } = await callerOf(route).call(route.id as never, {
        params: paramsOf(route),
        body,
      });
      expect([status, problem['code']]).toEqual([400, 'invalid_request']);
      const errors = problem['errors'] as { path: string; code: string }[];
      const named = new Set(errors.filter(({ code }) => code === 'unknown_field').map(({ path }) => path));
      passed.push(...fields.filter((field) => !named.has(field)));
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

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
}

/** Names of all properties, those of referenced schemas too. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {} } = value as Schema;
  return [...Object.keys(properties), ...Object.values(value).flatMap(namesIn)];
}

/** Fields that a body may hold at its top, in whichever of its shapes. */
function ownFields({ properties = {}, anyOf = [] }: Schema): string[] {
  return [...Object.keys(properties), ...anyOf.flatMap(ownFields)];
}
