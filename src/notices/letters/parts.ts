import { PRIORITY_DEFINITIONS } from '../../domain/classification/priority-definitions';
import type { Block, Facts, Letter } from '../letter';

/** Words of a person that a mail repeats; the rest stands in the ticket. */
const QUOTE_LENGTH = 4_000;

/** A letter to the client's side, who answer in the Sitio de clientes and nowhere else. */
export function toClient(
  facts: Pick<Facts, 'ticket' | 'siteUrl'>,
  {
    about,
    title,
    blocks,
    label = 'Ver el ticket',
    answer = `Sus respuestas se reciben únicamente en el Sitio de clientes, dentro del ticket: ${facts.siteUrl}`,
  }: { about: string; title: string; blocks: Block[]; label?: string; answer?: string },
): Letter {
  const { ticket, siteUrl } = facts;
  return {
    subject: `Ticket ${ticket.folio}: ${about} (${ticket.subject})`,
    title,
    blocks,
    action: { label, url: siteUrl },
    footer: `No responda a este correo: nadie lee este buzón. ${answer}`,
  };
}

/** A letter to staff, who work in the console. */
export function toStaff(
  facts: Pick<Facts, 'ticket' | 'consoleUrl'>,
  { about, title, blocks }: { about: string; title: string; blocks: Block[] },
): Letter {
  const { ticket, consoleUrl } = facts;
  return {
    subject: `Ticket ${ticket.folio}: ${about} (${ticket.subject})`,
    title,
    blocks,
    action: { label: 'Abrir el ticket en la consola', url: consoleUrl },
    footer:
      'No responda a este correo: nadie lee este buzón. La conversación con el cliente se lleva únicamente en su ticket; ' +
      `conteste desde la consola de agentes: ${consoleUrl}`,
  };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function important(text: string): Block {
  return { kind: 'important', text };
}

export function quote(title: string, text: string): Block {
  const shown = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}… (continúa en el ticket)` : text;
  return { kind: 'quote', title, text: shown };
}

/** The words whole, for a reader who has nowhere else to read them. */
export function wholeQuote(title: string, text: string): Block {
  return { kind: 'quote', title, text };
}

export function facts(...rows: [label: string, value: string][]): Block {
  return { kind: 'facts', rows };
}

export function priorityLabel({ priority }: Pick<Facts['ticket'], 'priority'>): string {
  return PRIORITY_DEFINITIONS.find(({ id }) => id === priority)?.label ?? 'Por clasificar';
}

/** "48 horas hábiles". */
export function businessHours(hours: number): string {
  const number = hours.toLocaleString('es-MX', { maximumFractionDigits: 2 });
  return hours === 1 ? `${number} hora hábil` : `${number} horas hábiles`;
}
