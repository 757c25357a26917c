import { randomUUID } from 'node:crypto';
import { fold } from '../../src/domain/ticket/evolve';
import { registeredEvent } from '../../src/domain/ticket/register';
import type { Registration } from '../../src/domain/ticket/registration';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import type { Store } from '../../src/store/store';

/** Fills the read model with open tickets, made from one that exists, so that lists have something to choose from. */
export async function fillReadModel(store: Store, like: string, count: number): Promise<string[]> {
  const intake = (await store.intakes.findById(like).lean())!;
  const folios: string[] = [];
  for (let from = 0; from < count; from += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, count - from) }, async (_none, index) => {
        const folio = String(9_000_000 + from + index);
        await writeSnapshot(store, fold([registered(folio, intake.input.registration)]), null);
        folios.push(folio);
      }),
    );
  }
  return folios;
}

function registered(folio: string, registration: Registration): ReturnType<typeof registeredEvent> {
  const at = new Date(Date.now() - Math.floor(Math.random() * 1e9)).toISOString();
  return registeredEvent(
    folio,
    at,
    { id: registration.requesterId, role: 'client' },
    randomUUID(),
    registration,
  );
}
