import { waitUntil } from '../toolchain/wait-until';

/**
 * Resolves once a service answers and a worker of its polls.
 * @param url its origin
 * @param alive throws when there is no point in waiting any longer
 */
export async function untilTakesCommands(
  url: string,
  timeoutMs: number,
  alive: () => void = () => undefined,
): Promise<void> {
  await waitUntil('the service to take commands', timeoutMs, async () => {
    alive();
    const answer = await fetch(`${url}/api/v1/health/ready`).catch(() => null);
    return answer?.ok && ((await answer.json()) as { workers?: string }).workers === 'ok';
  });
}
