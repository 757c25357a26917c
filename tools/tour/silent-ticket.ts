import type { TicketRepresentation } from '../../src/contract/ticket';
import { awaitTicket, type Cast } from './cast';
import { assign, attend, categorize, prioritize, register, solve } from './steps';
import { underTestPolicy } from './test-policy';

const WAIT_SECONDS = 5;
const CLOSING_MS = 60_000;

/** A solution that nobody answers: the wait runs out, the ticket closes by itself and goes to the archive. */
export async function tourSilentTicket(cast: Cast): Promise<void> {
  const { admin, agent, report } = cast;
  report.title(`A ticket that nobody answers, with ${WAIT_SECONDS} seconds instead of 48 business hours`);
  const { folio } = await underTestPolicy(admin, WAIT_SECONDS, () =>
    register(cast, {
      subject: 'Un mensaje de error al guardar una receta',
      description: 'Al guardar una receta aparece un mensaje de error y hay que intentarlo otra vez.',
    }),
  );
  report.note('the former policy is back; this ticket keeps the one of its registration');
  await categorize(cast, folio);
  await prioritize(cast, folio);
  await assign(cast, folio);
  await attend(cast, folio);
  const { autoCloseAt } = await solve(
    cast,
    folio,
    'Corregimos la causa del error. Puede guardar sus recetas.',
  );

  const closed = await awaitTicket(agent, folio, ({ status }) => status === 'closed', CLOSING_MS);
  if (closed === null)
    throw new Error(`Ticket ${folio} is still open after its closing was due (${autoCloseAt})`);
  const { closure } = closed;
  report.step(
    'Automatic closing',
    'timer',
    closed,
    `reason ${closure?.reason}, due ${closure?.dueAt}, at ${closure?.at}`,
  );

  const record = await agent.get<TicketRepresentation & { events: object[] }>(`/archive/${folio}`);
  report.step('Archive', agent.name, record, `the whole record: ${record.events.length} events`);
}
