import { FaultService } from './fault-service';
import type { Cast } from './fault-steps';

/** Starting servers and processes takes half a minute, on a busy machine several times that. */
const START_MS = 180_000;
const CLOSE_MS = 60_000;

/** The whole service, a client and an agent, started once for a test file and ended after it. */
export function useFaultService(
  given: (started: { service: FaultService; cast: Cast }) => void,
  options: Parameters<typeof FaultService.start>[0] = {},
): void {
  let service: FaultService | undefined;
  beforeAll(async () => {
    service = await FaultService.start(options);
    const cast = { client: await service.person('client'), agent: await service.person('agent') };
    given({ service, cast });
  }, START_MS);
  afterAll(() => service?.close(), CLOSE_MS);
}
