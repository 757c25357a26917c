import type { Ticket } from '../../domain/ticket/ticket';

/** Lower case without accents: what a person types finds what a person wrote, on any server. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words that somebody searches for, as they are kept. */
export function searchWords(q = ''): string[] {
  return fold(q).split(/\s+/u).filter(Boolean);
}

/** A pattern that matches nothing but the text itself. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What a search in the list looks into. */
export function searchText(ticket: Ticket): string {
  return fold(
    [ticket.folio, ticket.subject, ticket.description, ticket.contact.name, ticket.contact.email].join(' '),
  );
}
