/** What a load of operations took. Times in milliseconds. */
export interface Measured {
  count: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
}

/** As many clients at once as every figure here is taken with. */
export const CONCURRENCY = 16;

/** Closed loop: `CONCURRENCY` callers, each beginning its next operation when the last has ended. */
export async function drive(
  count: number,
  operation: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (next < count) {
        const index = next++;
        const from = performance.now();
        await operation(index);
        times.push(performance.now() - from);
      }
    }),
  );
  return summary(times, (performance.now() - began) / 1000);
}

/** Open loop: one operation every 1/rate seconds, however long the earlier ones take. */
export async function pace(
  rate: number,
  count: number,
  operation: (index: number) => Promise<unknown>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    const wait = began + (index * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(operation(index));
  }
  await Promise.all(running);
}

function summary(times: number[], seconds: number): Measured {
  return {
    count: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** The value below which the given share of the values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
