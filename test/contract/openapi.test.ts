import { openApiDocument } from '../../src/api/openapi-document';
import { PROBLEM_CATALOGUE } from '../../src/api/problems/problem-catalogue';
import { problemsOf } from '../../src/api/problems/route-problems';
import { ROUTES } from '../../src/contract/registry';
import type { Route } from '../../src/contract/route';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
  security: unknown[];
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
};

const routes: readonly Route[] = ROUTES;

test('it is OpenAPI 3.1 with one operation per route, and no other', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
  );
  expect(operations.sort()).toEqual(routes.map(({ id, method, path }) => `${id} ${method} ${path}`).sort());
});

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  const operation = document.paths[route.path]![route.method]!;

  test('documents every way to succeed', () => {
    for (const { status, schema, contentType = 'application/json', alsoAs } of route.answers) {
      const answer = operation.responses[String(status)];
      expect(answer).toBeDefined();
      if (schema)
        expect(Object.keys(answer!.content ?? {})).toEqual([
          contentType,
          ...(alsoAs === undefined ? [] : [alsoAs]),
        ]);
    }
  });

  test('documents every status of a refusal, with the codes that it can carry', () => {
    const taken = new Set(route.answers.map(({ status }) => status));
    for (const code of problemsOf(route)) {
      const { status } = PROBLEM_CATALOGUE[code];
      if (taken.has(status)) continue;
      const answer = operation.responses[String(status)];
      expect(Object.keys(answer?.content ?? {})).toEqual(['application/problem+json']);
      expect(answer!.description).toContain(`\`${code}\``);
    }
  });

  test('documents its parameters', () => {
    const named = (place: string): string[] =>
      (operation.parameters ?? []).filter((parameter) => parameter.in === place).map(({ name }) => name);
    expect(named('path')).toEqual(Object.keys(route.params.shape));
    expect(named('query')).toEqual(Object.keys(route.query.shape));
    const headers = [
      ...(route.idempotency === 'none' ? [] : ['Idempotency-Key']),
      ...(route.ifMatch ? ['If-Match'] : []),
    ];
    expect(named('header')).toEqual(headers);
  });

  test('says who may call it', () => {
    expect(operation.security).toHaveLength(route.permission === 'public' ? 0 : 2);
  });
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(100);
  const missing = references
    .map(([, name]) => name!)
    .filter((name) => !(name in document.components.schemas));
  expect(missing).toEqual([]);
});

test('no pattern is more than what a JSON Schema can say', () => {
  const patterns: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') patterns.push(value);
    return value;
  });
  expect(patterns.length).toBeGreaterThan(10);
  for (const pattern of patterns) {
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
    expect(pattern).not.toMatch(/^\/|\/[a-z]*$/);
  }
});

test('what may be null says so in a way that null meets', () => {
  const text = JSON.stringify(document);
  expect(text).not.toMatch(/"allOf":\[\{"\$ref":"[^"]+"\},\{"type":\["/);
  const schemas = document.components.schemas as Record<string, { type?: unknown; properties?: object }>;
  for (const { type } of Object.values(schemas)) expect(type).not.toContain('null');
  expect(schemas['Ticket']!.properties).toMatchObject({
    requester: { $ref: '#/components/schemas/PersonReference' },
    assignee: { anyOf: [{ $ref: '#/components/schemas/PersonReference' }, { type: 'null' }] },
  });
});
