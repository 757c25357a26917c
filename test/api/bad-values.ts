import type { Schema } from './sample';

/** One spoilt body: what is wrong, the field that the answer must name, and the JSON to send. */
export interface Spoilt {
  name: string;
  field: string;
  body: unknown;
}

type Path = readonly (string | number)[];

const NOT_TEXT = [null, 7, true, ['texto'], { $ne: null }, { $gt: '' }, { $regex: '.*' }];
const NOT_NUMBER = [null, 'siete', '7', true, [7], { $gt: 0 }];
const NOT_BOOLEAN = [null, 'true', 1, {}, []];
const NOT_LIST = [null, 'texto', 7, { 0: 'texto' }];
const NOT_OBJECT = [null, 'texto', 7, true, []];
const BROKEN_TEXT = ['a\u0000b', 'a\ud800b', '\udc00'];
const BLANK = ['', '   ', '\n\t', '\u200b\u2060', '\u3164'];
const NO_DATES = [
  '2026-02-30T10:00:00.000Z',
  '2026-13-01T10:00:00Z',
  '2025-02-29T00:00:00Z',
  '2026-11-20',
  'mañana',
  '2026-11-20T25:00:00Z',
  '2026-11-20T10:00:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];

/** Every way to spoil a body that fits the schema, one field at a time. */
export function spoiltBodies(schema: Schema, good: unknown): Spoilt[] {
  return [...strangers([], good), ...spoil(schema, [], good)].map(({ path, value, name }) => ({
    name: `${path.join('.')} ${name}`,
    field: path.join('.'),
    body: value === REMOVED ? without(good, path) : withValue(good, path, value),
  }));
}

interface Change {
  path: Path;
  value: unknown;
  name: string;
}

const REMOVED = Symbol('removed');

function spoil(schema: Schema, path: Path, good: unknown): Change[] {
  const change = (value: unknown): Change => ({
    path,
    value,
    name: JSON.stringify(value)?.slice(0, 40) ?? String(value),
  });
  if (schema.anyOf) return [];
  switch (schema.type) {
    case 'object':
      return [
        ...(path.length > 0 ? NOT_OBJECT.map(change) : []),
        ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
          ...(schema.required?.includes(name)
            ? [{ path: [...path, name], value: REMOVED, name: 'missing' }]
            : []),
          ...spoil(inner, [...path, name], valueAt(good, name)),
        ]),
      ];
    case 'array':
      return [
        ...NOT_LIST.map(change),
        ...spoil(schema.items ?? {}, [...path, 0], Array.isArray(good) ? good[0] : undefined),
      ];
    case 'integer':
    case 'number':
      return [...NOT_NUMBER, ...outside(schema), ...(schema.type === 'integer' ? [1.5] : [])].map(change);
    case 'boolean':
      return NOT_BOOLEAN.map(change);
    case 'string':
      return [...NOT_TEXT, ...BROKEN_TEXT, ...spoiltTexts(schema)].map(change);
    default:
      return [];
  }
}

function spoiltTexts({ format, enum: values, pattern, minLength, maxLength, const: only }: Schema): string[] {
  if (values || only !== undefined) return ['nada_de_eso', ''];
  if (format === 'date-time') return NO_DATES;
  if (format === 'email')
    return ['ana', 'ana@', '@example.test', 'ana@example.test\r\nBcc: todos@example.test', ''];
  return [
    ...((minLength ?? 0) > 0 || pattern ? BLANK : []),
    ...(maxLength !== undefined ? ['a'.repeat(maxLength + 1)] : []),
  ];
}

function outside({ minimum, maximum }: Schema): number[] {
  return [
    ...(minimum !== undefined && minimum > -1e9 ? [minimum - 1] : []),
    ...(maximum !== undefined && maximum < 1e9 ? [maximum + 1, 1e300] : []),
  ];
}

/** Fields that no schema knows, at every level, among them those that reach a prototype. */
function strangers(path: Path, good: unknown): Change[] {
  if (typeof good !== 'object' || good === null) return [];
  const inner = Object.entries(good).flatMap(([name, value]) =>
    strangers([...path, Array.isArray(good) ? Number(name) : name], value),
  );
  if (Array.isArray(good)) return inner;
  const names = ['sorpresa', '__proto__', 'constructor', 'prototype', '$where', 'version', 'organizationId'];
  return [
    ...names.map((name) => ({ path: [...path, name], value: { admin: true }, name: 'unknown' })),
    ...inner,
  ];
}

function valueAt(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function withValue(holder: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(holder))
    return holder.map((item: unknown, index) => (index === first ? withValue(item, rest, value) : item));
  const inner = withValue(
    Object.hasOwn(holder as object, first) ? valueAt(holder, String(first)) : undefined,
    rest,
    value,
  );
  const copy: Record<string, unknown> = { ...(holder as Record<string, unknown>) };
  // As a parser of JSON would: `__proto__` becomes a field like any other.
  Object.defineProperty(copy, first, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

function without(holder: unknown, path: Path): unknown {
  const [first, ...rest] = path;
  if (Array.isArray(holder))
    return holder.map((item: unknown, index) => (index === first ? without(item, rest) : item));
  const entries = Object.entries(holder as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      name !== first ? [[name, value]] : rest.length > 0 ? [[name, without(value, rest)]] : [],
    ),
  );
}
