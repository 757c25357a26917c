import type { TicketRepresentation } from '../../../src/contract/ticket';
import type { Stage } from './stage';

/** The client of the demo data registers a technical problem. @returns its folio */
export async function registerTicket(stage: Stage, subject: string): Promise<string> {
  const client = await stage.person('client');
  const me = await client.get<{ email: string; name: string; phone: string }>('/me');
  const { products } = await client.get<{ products: { id: string; currentVersion: string }[] }>('/catalog');
  const { folio } = await client.post<TicketRepresentation>('/tickets', {
    subject,
    description: `${subject}. Ocurre desde la mañana.`,
    type: 'technical_problem',
    incidentAt: new Date(Date.now() - 3_600_000).toISOString(),
    product: 'e-optics-online',
    productVersion: products.find(({ id }) => id === 'e-optics-online')?.currentVersion,
    contact: { name: me.name, email: me.email, phone: me.phone },
  });
  return folio;
}
