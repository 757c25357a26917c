import { sample, type Schema } from '../sample';

/** An object at some depth of a body, whose fields the contract has fixed. */
export interface Place {
  /** Where it stands: names of fields, `0` for the element of an array, a key for the entry of a record. */
  readonly steps: readonly string[];
  /** The fields that it may hold, in whichever of its shapes. */
  readonly own: readonly string[];
}

/** Every object of a body, itself first, in whichever of its shapes. */
export function placesIn(schema: Schema): Place[] {
  const found = new Map<string, Place>();
  for (const { steps, schema: one } of nodesOf(schema)) {
    const shapes = shapesOf(one).filter(isClosed);
    if (shapes.length > 0) found.set(steps.join('.'), { steps, own: shapes.flatMap(namesOf) });
  }
  return [...found.values()];
}

/** Where keys are data of the caller, such as the days of a calendar. */
export function recordsIn(schema: Schema): string[] {
  const free = nodesOf(schema).filter(({ schema: one }) => shapesOf(one).some(isFree));
  return free.map(({ steps }) => steps.join('.'));
}

/** A body that fits but for what an object in it holds besides. */
export function bodyWith(schema: Schema, steps: readonly string[], foreign: object): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return { ...(sample(schema) as object), ...foreign };
  const shape = shapesOf(schema).find((one) => innerOf(one, step) !== undefined)!;
  const inner = bodyWith(innerOf(shape, step)!, rest, foreign);
  return shape.items ? [inner] : { ...(sample(shape) as object), [step]: inner };
}

function nodesOf(
  schema: Schema,
  steps: readonly string[] = [],
): { steps: readonly string[]; schema: Schema }[] {
  const inside = shapesOf(schema).flatMap((shape) =>
    stepsInto(shape).flatMap((step) => nodesOf(innerOf(shape, step)!, [...steps, step])),
  );
  return [{ steps, schema }, ...inside];
}

function shapesOf(schema: Schema): Schema[] {
  return schema.anyOf ? schema.anyOf.flatMap(shapesOf) : [schema];
}

function stepsInto({ properties = {}, items, additionalProperties, propertyNames }: Schema): string[] {
  if (items) return ['0'];
  // Any key will do: what is looked for is inside.
  const [known = '1'] = keysOf(propertyNames);
  return [...Object.keys(properties), ...(typeof additionalProperties === 'object' ? [known] : [])];
}

function innerOf({ properties, items, additionalProperties }: Schema, step: string): Schema | undefined {
  const entry = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return properties?.[step] ?? items ?? entry;
}

function isClosed(schema: Schema): boolean {
  return schema.properties !== undefined || schema.propertyNames?.enum !== undefined;
}

function isFree(schema: Schema): boolean {
  return typeof schema.additionalProperties === 'object' && !isClosed(schema);
}

function namesOf({ properties = {}, propertyNames }: Schema): string[] {
  return [...Object.keys(properties), ...keysOf(propertyNames)];
}

/** The keys of a record that takes no others. */
function keysOf(names: Schema | undefined): string[] {
  return (names?.enum ?? []).filter((one) => typeof one === 'string');
}
