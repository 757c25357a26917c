import type { TicketRepresentation } from '../../src/contract/ticket';
import type { Person } from '../tour/person';

/** What a client says when they register. */
export interface Topic {
  readonly type: string;
  readonly subject: string;
  readonly description: string;
}

/** A client registers a ticket about what happened a while ago. @returns its folio */
export async function register(client: Person, topic: Topic, minutesAgo = 40): Promise<string> {
  const me = await client.get<{ email: string; name: string; phone: string }>('/me');
  const { products } = await client.get<{ products: { id: string; currentVersion: string }[] }>('/catalog');
  const product = products.find(({ id }) => id === 'e-optics-online');
  const { folio } = await client.post<TicketRepresentation>('/tickets', {
    ...topic,
    incidentAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    product: 'e-optics-online',
    productVersion: product?.currentVersion,
    contact: { name: me.name, email: me.email, phone: me.phone },
  });
  return folio;
}

/** What an agent tells and records with the first attention. */
export interface Attention {
  readonly rating: readonly [impact: string, urgency: string];
  readonly nature: string;
  readonly message: string;
}

/** The agent takes the ticket, classifies it and answers, all with the first attention. */
export async function attend(
  agent: Person,
  folio: string,
  { rating: [impact, urgency], nature, message }: Attention,
): Promise<void> {
  const { type } = await agent.get<TicketRepresentation>(`/tickets/${folio}`);
  const { user } = await agent.get<{ user: { id: string } }>('/session');
  await agent.put(`/tickets/${folio}/assignment`, { agentId: user.id });
  await agent.put(`/tickets/${folio}/first-attention`, {
    type,
    impact,
    urgency,
    nature,
    message,
    priorityConfirmed: true,
    contactConfirmed: true,
    historyReviewed: true,
    possibleSolutions: [{ summary: 'Revisar la configuración de la sucursal', estimatedMinutes: 45 }],
    responsibilities: 'Soporte corrige la causa; usted confirma que quedó bien.',
  });
}
