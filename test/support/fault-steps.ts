import type { FaultAnswer, FaultPerson, Request } from './fault-person';
import { PRODUCT, VERSION } from './fault-service';

/** Those who take part in a ticket. */
export interface Cast {
  client: FaultPerson;
  agent: FaultPerson;
}

export interface Step {
  name: string;
  ask(cast: Cast, folio: string): { who: FaultPerson; request: Request };
}

export function aRegistration(subject = 'No abre la agenda'): Record<string, unknown> {
  return {
    subject,
    description: 'Al entrar a la agenda aparece una pantalla en blanco.',
    type: 'technical_problem',
    incidentAt: '2026-11-20T15:00:00.000Z',
    product: PRODUCT,
    productVersion: VERSION,
    contact: { name: 'Ana López', email: 'ana@example.test', phone: '+52 55 1234 5678' },
  };
}

export async function register({ client }: Pick<Cast, 'client'>): Promise<string> {
  const { body } = await client.succeed('POST', '/tickets', aRegistration());
  return String(body['folio']);
}

/** The shortest way to a running clock: an agent takes the ticket and asks the client something. @returns when it ends */
export async function askClient({ agent }: Cast, folio: string): Promise<number> {
  await agent.succeed('PUT', `/tickets/${folio}/assignment`, { agentId: agent.id });
  const asked = { body: '¿En qué sucursal ocurre?', awaitsClient: true };
  const { body } = await agent.succeed('POST', `/tickets/${folio}/messages`, asked);
  return Date.parse(autoCloseAt({ status: 201, body }));
}

function autoCloseAt({ body }: FaultAnswer): string {
  return String(
    body['autoCloseAt'] ?? (body['ticket'] as Record<string, unknown> | undefined)?.['autoCloseAt'],
  );
}

const byAgent = (name: string, method: Request['method'], path: string, body: unknown): Step => ({
  name,
  ask: ({ agent }, folio) => ({
    who: agent,
    request: agent.request(method, `/tickets/${folio}/${path}`, body),
  }),
});

const byClient = (name: string, body: string): Step => ({
  name,
  ask: ({ client }, folio) => ({
    who: client,
    request: client.request('POST', `/tickets/${folio}/messages`, { body }),
  }),
});

/** The policy's process from the first command to the closing. */
export const LIFE_CYCLE: Step[] = [
  byAgent('categorize', 'PUT', 'category', { type: 'technical_problem' }),
  byAgent('prioritize', 'PUT', 'priority', { impact: 'one_user', urgency: 'degraded' }),
  {
    name: 'assign',
    ask: ({ agent }, folio) => ({
      who: agent,
      request: agent.request('PUT', `/tickets/${folio}/assignment`, { agentId: agent.id }),
    }),
  },
  byAgent('first attention', 'PUT', 'first-attention', {
    nature: 'La agenda no carga',
    priorityConfirmed: true,
    contactConfirmed: true,
    historyReviewed: true,
    possibleSolutions: [{ summary: 'Limpiar la memoria del navegador', estimatedMinutes: 20 }],
    responsibilities: 'Soporte revisa, el cliente valida',
    message: 'Estamos revisando la agenda.',
  }),
  byAgent('question', 'POST', 'messages', { body: '¿Qué navegador usa?', awaitsClient: true }),
  byClient('reply', 'Uso la última versión.'),
  byAgent('note', 'POST', 'notes', { body: 'Ya lo vimos en otra sucursal.' }),
  byAgent('solution', 'POST', 'solutions', { summary: 'Limpie la memoria del navegador.' }),
  byClient('doubt', 'Sigue igual.'),
  byAgent('second solution', 'POST', 'solutions', { summary: 'Quedó corregido de nuestro lado.' }),
  byAgent('closing', 'PUT', 'closure', { reason: 'resolved', message: 'Quedamos a sus órdenes.' }),
];
