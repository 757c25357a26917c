import { logIn, type Person } from '../tour/person';
import { attend, register } from './ticket-steps';

/** The people of the demo data who take part. */
interface Cast {
  laura: Person;
  sofia: Person;
  agent: Person;
}

/** Their folios, named after what is to be seen in them. */
export interface DemoTickets {
  /** Nobody has looked at it. */
  readonly unclassified: string;
  /** Urgent, with its first attention. */
  readonly inWork: string;
  /** Waits for the client's answer to a question. */
  readonly asked: string;
  /** Waits for the client's word on a solution. */
  readonly solved: string;
  /** Accepted by the client. */
  readonly closed: string;
}

/**
 * Tickets in several states, made through the API as people make them. Makes none where there are tickets already.
 * @param url origin of a running service whose worker polls
 */
export async function seedDemoTickets(url: string, password: string): Promise<DemoTickets | null> {
  const api = `${url}/api/v1`;
  const [agent, laura, sofia] = await Promise.all([
    logIn(api, 'agente1@e-optics.test', password),
    logIn(api, 'cliente@optica-demo.test', password),
    logIn(api, 'cliente@optica-vecina.test', password),
  ]);
  if ((await hasItems(agent, '/tickets')) || (await hasItems(agent, '/archive'))) return null;
  const cast = { agent, laura, sofia };
  return {
    closed: await closed(cast),
    solved: await solved(cast),
    asked: await asked(cast),
    inWork: await inWork(cast),
    unclassified: await unclassified(cast),
  };
}

async function hasItems(person: Person, path: string): Promise<boolean> {
  return (await person.get<{ items: unknown[] }>(`${path}?limit=1`)).items.length > 0;
}

async function unclassified({ laura }: Cast): Promise<string> {
  return register(laura, {
    type: 'technical_problem',
    subject: 'Un mensaje de error al guardar una receta',
    description: 'Desde la mañana, al guardar una receta aparece un mensaje de error y hay que repetirla.',
  });
}

async function inWork({ sofia, agent }: Cast): Promise<string> {
  const folio = await register(sofia, {
    type: 'service_interruption',
    subject: 'Nadie en la sucursal puede entrar al sistema',
    description: 'Las tres computadoras muestran una página en blanco desde que abrimos.',
  });
  await attend(agent, folio, {
    rating: ['many_users', 'business_stopped'],
    nature: 'El inicio de sesión no responde en una sucursal.',
    message: 'Ya estamos revisando el acceso de su sucursal. Le avisaremos en cuanto se restablezca.',
  });
  await agent.post(`/tickets/${folio}/notes`, { body: 'Coincide con el cambio de red de anoche.' });
  return folio;
}

async function asked({ laura, agent }: Cast): Promise<string> {
  const folio = await register(laura, {
    type: 'usability',
    subject: 'El catálogo de armazones aparece sin fotos',
    description: 'En el catálogo solo se ven los nombres de los armazones.',
  });
  await attend(agent, folio, {
    rating: ['one_user', 'inconvenience'],
    nature: 'Las fotos del catálogo no se muestran en un equipo.',
    message: 'Gracias por su reporte; estamos revisando el catálogo.',
  });
  await agent.post(`/tickets/${folio}/messages`, {
    body: '¿En qué navegador abre el catálogo, y pasa lo mismo en otra computadora?',
    awaitsClient: true,
  });
  return folio;
}

async function solved({ laura, agent }: Cast): Promise<string> {
  const folio = await register(laura, {
    type: 'technical_problem',
    subject: 'El corte de caja no suma las ventas de la tarde',
    description: 'Al cerrar la caja faltan las ventas posteriores a las 16 horas.',
  });
  await attend(agent, folio, {
    rating: ['limited_users', 'degraded'],
    nature: 'El corte se calcula sin las últimas ventas del día.',
    message: 'Encontramos la causa y estamos corrigiendo el corte.',
  });
  await agent.post(`/tickets/${folio}/solutions`, {
    summary: 'Volvimos a calcular el corte del día. Ábralo de nuevo y revise que el total sea correcto.',
    origin: 'platform',
  });
  return folio;
}

async function closed({ laura, agent }: Cast): Promise<string> {
  const folio = await register(laura, {
    type: 'technical_problem',
    subject: 'La etiqueta de un armazón sale con el precio anterior',
    description: 'Cambiamos el precio ayer y la etiqueta aún muestra el de la semana pasada.',
  });
  await attend(agent, folio, {
    rating: ['one_user', 'inconvenience'],
    nature: 'El precio de la etiqueta viene de una lista anterior.',
    message: 'Estamos actualizando la lista de precios de las etiquetas.',
  });
  await agent.post(`/tickets/${folio}/solutions`, {
    summary: 'La lista quedó actualizada. Imprima de nuevo la etiqueta.',
    origin: 'platform',
  });
  await laura.put(`/tickets/${folio}/closure`, {
    reason: 'accepted',
    message: 'Gracias, ya sale con el precio correcto.',
  });
  return folio;
}
