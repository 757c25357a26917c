import { mailedLink } from '../product/mailed-link';
import type { RunningProduct } from '../product/run-product';
import { emailOf } from '../product/sign-in';
import { serviceDate } from '../seed/demo-contract';
import { seedDemoTickets, type DemoTickets } from '../seed/demo-tickets';
import { attend, register } from '../seed/ticket-steps';
import { logIn, type Person } from '../tour/person';
import {
  GALLERY_CUSTOMERS,
  STORIES,
  type Client,
  type Customer,
  type Step,
  type Story,
} from './gallery-stories';
import { seedSessions, type GallerySessions } from './seed-sessions';

/** What the pictures' pages are named by. */
export interface Gallery extends DemoTickets {
  readonly sessions: GallerySessions;
  readonly incident: string;
}

type Cast = Record<Client | 'ana' | 'bruno' | 'carmen', Person>;

/** Tickets under way at the same time. */
const AT_ONCE = 4;

/** A support desk in the middle of its day, made through the API as people make it. */
export async function seedGallery(product: RunningProduct, mongoUri: string): Promise<Gallery> {
  const tickets = await seedDemoTickets(product.url, product.password);
  if (tickets === null) throw new Error('A product that has just begun has tickets already.');
  const cast = await gather(product);
  await tellAll(cast);
  const [sessions, incident] = await Promise.all([
    seedSessions({ client: cast.gabriela, agent: cast.ana, product }, mongoUri),
    openIncident(cast),
    changeCustomers(cast),
  ]);
  return { ...tickets, sessions, incident };
}

async function gather(product: RunningProduct): Promise<Cast> {
  const api = `${product.url}/api/v1`;
  const known = (account: string): Promise<Person> => logIn(api, emailOf(account), product.password);
  const [ana, bruno, carmen, laura, raul, sofia] = await Promise.all([
    known('agent'),
    known('agente2@e-optics.test'),
    known('supervisor'),
    known('client'),
    known('client_admin'),
    known('cliente@optica-vecina.test'),
  ]);
  const joined = await Promise.all(
    GALLERY_CUSTOMERS.map(
      async (customer) => [customer.person.key, await join(product, carmen, customer)] as const,
    ),
  );
  return { ana, bruno, carmen, laura, raul, sofia, ...Object.fromEntries(joined) } as Cast;
}

/** A new customer, and somebody of theirs who registers and confirms the address by the mail. */
async function join(product: RunningProduct, supervisor: Person, customer: Customer): Promise<Person> {
  const api = `${product.url}/api/v1`;
  const { name, customerNumber, endsIn, person } = customer;
  const now = new Date();
  const { id } = await supervisor.post<{ id: string }>('/organizations', { name, customerNumber });
  await supervisor.put(`/organizations/${id}/contracts/C-${customerNumber}`, {
    product: 'e-optics-online',
    startsOn: serviceDate(now, endsIn - 365),
    endsOn: serviceDate(now, endsIn),
    plan: 'anual',
  });
  const asked = {
    name: person.name,
    email: person.email,
    phone: '+52 55 5000 4000',
    company: name,
    customerNumber,
  };
  await send(`${api}/registrations`, asked);
  const link = await mailedLink(product, person.email, '/registro/verificar');
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token');
  await send(`${api}/registrations/verification`, { token, password: product.password });
  return logIn(api, person.email, product.password);
}

async function send(url: string, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${url} answered ${answer.status}: ${await answer.text()}`);
}

async function tellAll(cast: Cast): Promise<void> {
  const waiting = [...STORIES];
  const tellSome = async (): Promise<void> => {
    for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) await tell(story, cast);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tellSome));
}

async function tell({ client, agent, steps, type, subject, description }: Story, cast: Cast): Promise<void> {
  const topic = { type, subject, description };
  const folio = await register(cast[client], topic);
  for (const step of steps) await take(step, { folio, type, client: cast[client], agent: cast[agent] });
}

async function take(
  step: Step,
  { folio, type, client, agent }: { folio: string; type: string; client: Person; agent: Person },
): Promise<unknown> {
  const ticket = `/tickets/${folio}`;
  switch (step.do) {
    case 'classify': {
      const [impact, urgency] = step.rating;
      await agent.put(`${ticket}/category`, { type });
      return agent.put(`${ticket}/priority`, { impact, urgency });
    }
    case 'attend':
      return attend(agent, folio, step);
    case 'client':
      return client.post(`${ticket}/messages`, { body: step.says });
    case 'agent':
    case 'ask':
      return agent.post(`${ticket}/messages`, { body: step.says, awaitsClient: step.do === 'ask' });
    case 'note':
      return agent.post(`${ticket}/notes`, { body: step.says });
    case 'solve':
      return agent.post(`${ticket}/solutions`, { summary: step.says, origin: 'platform' });
    case 'accept':
      return client.put(`${ticket}/closure`, { reason: 'accepted', message: step.says });
    case 'withdraw':
      return client.put(`${ticket}/closure`, { reason: 'withdrawn', message: step.says });
  }
}

async function openIncident({ carmen, ana }: Cast): Promise<string> {
  const { id } = await carmen.post<{ id: string }>('/incidents', {
    title: 'Acceso intermitente en varias sucursales',
    notice: 'Algunas sucursales no pueden entrar al sistema. Ya trabajamos en ello; le avisaremos aquí.',
    severity: 'critical',
  });
  const { items } = await ana.get<{ items: { folio: string }[] }>('/tickets?type=service_interruption');
  for (const { folio } of items) await carmen.put(`/incidents/${id}/tickets/${folio}`, {});
  await carmen.post(`/incidents/${id}/updates`, {
    body: 'Restablecimos el acceso en la mayoría de las sucursales. Seguimos con las que faltan.',
  });
  return id;
}

/** One customer has branches, and one has left. */
async function changeCustomers({ carmen }: Cast): Promise<void> {
  const branch = {
    address: 'Av. Insurgentes Sur 1234, Del Valle, Ciudad de México',
    phone: '+52 55 5000 2001',
  };
  await carmen.put('/organizations/optica-demo/branches/del-valle', {
    name: 'Sucursal Del Valle',
    ...branch,
  });
  await carmen.put('/organizations/optica-demo/branches/coyoacan', {
    name: 'Sucursal Coyoacán',
    address: 'Francisco Sosa 20, Coyoacán, Ciudad de México',
  });
  await carmen.put('/organizations/optica-vencida/departure', {});
}
