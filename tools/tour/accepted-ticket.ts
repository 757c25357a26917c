import type { TicketRepresentation } from '../../src/contract/ticket';
import { awaitTicket, type Cast } from './cast';
import { assign, attend, categorize, prioritize, register, solve } from './steps';

const REPLY_MS = 15_000;

/** The whole process of the policy: the client doubts the first solution and accepts the second. */
export async function tourAcceptedTicket(cast: Cast): Promise<void> {
  const { client, agent, report } = cast;
  report.title('A ticket from registration to a solution that the client accepts');
  const { folio } = await register(cast, {
    subject: 'El reporte de ventas no muestra las ventas de hoy',
    description: 'Al abrir el reporte de ventas, el total del día aparece en cero.',
  });
  await categorize(cast, folio);
  await prioritize(cast, folio);
  await assign(cast, folio);
  await attend(cast, folio);
  await solve(cast, folio, 'Volvimos a calcular el resumen de ventas. Abra de nuevo el reporte.');

  await client.post(`/tickets/${folio}/messages`, {
    body: 'Ya aparece el total, pero falta una sucursal. ¿Es normal?',
  });
  const doubted = await awaitTicket(agent, folio, ({ status }) => status === 'waiting_support', REPLY_MS);
  if (doubted === null) throw new Error(`The client's doubt did not reach ticket ${folio}`);
  report.step('Doubt', client.name, doubted, 'the reply stopped the 48 business hours');

  await solve(cast, folio, 'Faltaba una sucursal por recalcular; ya quedó incluida en el reporte.');
  const closed = await client.put<TicketRepresentation>(`/tickets/${folio}/closure`, {
    reason: 'accepted',
    message: 'Gracias, ya se ve completo.',
  });
  report.step('Closing', client.name, closed, `reason ${closed.closure?.reason}; it can not be opened again`);
}
