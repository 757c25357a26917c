import type { Person } from '../../tools/tour/person';
import type { Stage } from './support/stage';

/** What support and clients do at the API so that a page has something to show. */
export interface Desk {
  agent: Person;
  client: Person;
  /** A ticket of the client; its folio. */
  register(subject: string): Promise<string>;
  /** The agent takes it and gives the first attention. */
  attend(folio: string): Promise<void>;
  /** A solution, after the first attention. */
  solve(folio: string, summary: string): Promise<void>;
  say(folio: string, body: string, awaitsClient?: boolean): Promise<void>;
}

export async function openDesk(stage: Stage): Promise<Desk> {
  const [agent, client] = await Promise.all([stage.person('agent'), stage.person('client')]);
  const desk: Desk = {
    agent,
    client,
    async register(subject) {
      const { products } = await client.get<{ products: { id: string; currentVersion: string }[] }>(
        '/catalog',
      );
      const { folio } = await client.post<{ folio: string }>('/tickets', {
        subject,
        description: 'Ocurre desde la mañana en la caja principal.',
        type: 'technical_problem',
        incidentAt: new Date(Date.now() - 3_600_000).toISOString(),
        product: 'e-optics-online',
        productVersion: products.find(({ id }) => id === 'e-optics-online')?.currentVersion,
        contact: { name: 'Laura Méndez', email: 'cliente@optica-demo.test', phone: '+52 55 5000 1001' },
      });
      return folio;
    },
    async attend(folio) {
      const { user } = await agent.get<{ user: { id: string } }>('/session');
      await agent.put(`/tickets/${folio}/assignment`, { agentId: user.id });
      await agent.put(`/tickets/${folio}/first-attention`, {
        type: 'technical_problem',
        impact: 'one_user',
        urgency: 'inconvenience',
        nature: 'Un total que no cuadra.',
        message: 'Ya lo estamos revisando.',
        priorityConfirmed: true,
        contactConfirmed: true,
        historyReviewed: true,
        possibleSolutions: [{ summary: 'Calcular de nuevo', estimatedMinutes: 30 }],
        responsibilities: 'Soporte corrige; usted confirma.',
      });
    },
    async solve(folio, summary) {
      await desk.attend(folio);
      await agent.post(`/tickets/${folio}/solutions`, { summary });
    },
    async say(folio, body, awaitsClient = false) {
      await agent.post(`/tickets/${folio}/messages`, { body, awaitsClient });
    },
  };
  return desk;
}
