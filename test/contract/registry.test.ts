import { PROBLEM_CATALOGUE } from '../../src/api/problems/problem-catalogue';
import { PROBLEM_CODES } from '../../src/contract/problem-code';
import { ROUTES } from '../../src/contract/registry';
import { NO_BODY, type Route } from '../../src/contract/route';

const routes: readonly Route[] = ROUTES;

test('every route has an id and an address of its own', () => {
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
});

test('a path parameter is declared once, in the path and in its schema', () => {
  for (const { path, params } of routes) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params.shape)).toEqual(inPath);
  }
});

test('unknown fields are refused in every body, query and path', () => {
  for (const { id, params, query, body } of routes) {
    for (const schema of [params, query, ...(body === NO_BODY ? [] : [body])]) {
      const { error } = schema.safeParse({ 'no such field': 1 });
      expect([id, JSON.stringify(error?.issues)]).toEqual([id, expect.stringContaining('unrecognized_keys')]);
    }
  }
});

test('a command that makes money move or makes a ticket can not be sent without a key', () => {
  expect(routes.filter(({ idempotency }) => idempotency === 'required').map(({ id }) => id)).toContain(
    'registerTicket',
  );
});

test('only what nobody can log in for is public', () => {
  const open = routes
    .filter(({ permission }) => permission === 'public')
    .map(({ method, path }) => `${method} ${path}`);
  const allowed = [
    'post /session',
    'post /codec/decode',
    'post /registrations',
    'post /registrations/verification',
    'post /password-resets',
    'put /password-resets/{token}',
    'get /health/live',
    'get /health/ready',
    'get /openapi.json',
    'get /public-settings',
  ];
  // A provider's webhook proves itself by its signature.
  expect(open.filter((line) => !allowed.includes(line) && !line.startsWith('post /webhooks/'))).toEqual([]);
});

test('every problem has its status, its title and a whole sentence in Spanish', () => {
  expect(Object.keys(PROBLEM_CATALOGUE).sort()).toEqual([...PROBLEM_CODES].sort());
  for (const { status, title, detail } of Object.values(PROBLEM_CATALOGUE)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).not.toBe('');
    expect(detail).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/s);
  }
});
