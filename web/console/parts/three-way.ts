/**
 * What somebody changed from `base` put on top of what it has become meanwhile: each value that they changed is theirs, each
 * other one is the present one. Goes into objects, whose fields are apart from each other; a list is one value.
 */
export function threeWay<Value>(base: Value, mine: Value, now: Value): Value {
  if (isSame(base, mine)) return now;
  if (!isRecord(base) || !isRecord(mine) || !isRecord(now)) return mine;
  const names = new Set([...Object.keys(now), ...Object.keys(mine)]);
  const merged = [...names].map((name) => [name, threeWay(base[name], mine[name], now[name])] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Value;
}

/** Whether two values say the same; the order of an object's fields says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
    isSame(left[name], right[name]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
