import type { FaultService } from '../support/fault-service';
import { aRegistration, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

const saidByWorker = (): string =>
  service.lines
    .filter(({ from }) => from === 'worker')
    .map(({ text }) => text)
    .join('\n');

test('a worker that has lost the engine stops quietly, whatever it was asking of it', async () => {
  await service.killEngine();
  const { client } = cast;
  for (let count = 0; count < 30; count += 1) {
    await client.succeed('POST', '/tickets', aRegistration(`Sin motor ${count}`));
  }
  await waitUntil('the worker to try to start them', 30_000, () =>
    Promise.resolve(saidByWorker().includes('registrations wait')),
  );
  expect(await service.stopWorker()).toBe('code 0');
  expect(saidByWorker()).not.toMatch(/shut down|Unhandled|unhandled/);
}, 120_000);
