import type { TicketRepresentation } from '../../src/contract/ticket';
import { awaitTicket, type Cast } from './cast';

const ASSIGNMENT_MS = 10_000;

export async function register(
  { client, report }: Cast,
  given: { subject: string; description: string },
): Promise<TicketRepresentation> {
  const me = await client.get<{ email: string; name: string; phone: string | null }>('/me');
  const { products } = await client.get<{ products: { id: string; currentVersion: string }[] }>('/catalog');
  const product = products.find(({ id }) => id === 'e-optics-online');
  const ticket = await client.post<TicketRepresentation>('/tickets', {
    ...given,
    type: 'technical_problem',
    incidentAt: new Date(Date.now() - 10 * 60_000).toISOString(),
    product: 'e-optics-online',
    productVersion: product?.currentVersion ?? '',
    contact: { name: me.name, email: me.email, phone: me.phone ?? '+52 55 5000 1001' },
  });
  report.step('Registration', client.name, ticket, `folio ${ticket.folio}: ${ticket.subject}`);
  return ticket;
}

export async function categorize({ agent, report }: Cast, folio: string): Promise<void> {
  const ticket = await agent.put<TicketRepresentation>(`/tickets/${folio}/category`, {
    type: 'technical_problem',
    note: 'El error se ve en la captura.',
  });
  report.step('Categorization', agent.name, ticket, `type ${ticket.type}`);
}

export async function prioritize({ agent, report }: Cast, folio: string): Promise<void> {
  const ticket = await agent.put<TicketRepresentation>(`/tickets/${folio}/priority`, {
    impact: 'limited_users',
    urgency: 'degraded',
  });
  report.step(
    'Prioritization',
    agent.name,
    ticket,
    `${ticket.impact} × ${ticket.urgency} → ${ticket.priority}`,
  );
}

/** Waits for the automatic assignment; when every agent is full or away, a hand does it. */
export async function assign({ agent, report }: Cast, folio: string): Promise<void> {
  const given = await awaitTicket(agent, folio, ({ assignee }) => assignee !== null, ASSIGNMENT_MS);
  if (given) {
    report.step('Assignment', 'automatic', given, `assignee ${given.assignee?.name}`);
    return;
  }
  const { user } = await agent.get<{ user: { id: string } }>('/session');
  const ticket = await agent.put<TicketRepresentation>(`/tickets/${folio}/assignment`, { agentId: user.id });
  report.step('Assignment', agent.name, ticket, 'by hand: no agent was free');
}

export async function attend({ agent, report }: Cast, folio: string): Promise<void> {
  const ticket = await agent.put<TicketRepresentation>(`/tickets/${folio}/first-attention`, {
    nature: 'El reporte de ventas se calcula sin las ventas del día.',
    priorityConfirmed: true,
    contactConfirmed: true,
    historyReviewed: true,
    possibleSolutions: [{ summary: 'Volver a calcular el resumen de ventas', estimatedMinutes: 30 }],
    responsibilities: 'Soporte recalcula el resumen; usted revisa que el total sea correcto.',
    message: 'Ya revisamos su ticket. Encontramos la causa y le avisaremos en cuanto quede resuelta.',
  });
  const at = ticket.milestones.firstAttention?.at ?? 'not yet';
  report.step('First attention', agent.name, ticket, `six points recorded, client answered at ${at}`);
}

export async function solve(
  { agent, report }: Cast,
  folio: string,
  summary: string,
): Promise<TicketRepresentation> {
  const ticket = await agent.post<TicketRepresentation>(`/tickets/${folio}/solutions`, {
    summary,
    origin: 'platform',
  });
  report.step('Solution', agent.name, ticket, `closes at ${ticket.autoCloseAt} if nobody answers`);
  return ticket;
}
