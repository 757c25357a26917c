import type { Actor, Ticket } from '../api/types';
import type { Translate } from '../i18n/translate';

/** What people and things of a timeline are called. */
export interface Names {
  actor: (actor: Actor) => string;
  /** Somebody by id, within a sentence. */
  person: (id: string) => string;
  type: (id: string) => string;
}

/**
 * Names from what a ticket tells of its people. To clients everybody of support is "agente de soporte"; the console
 * gives the names of the agents in `known`.
 */
export function namesOf(
  ticket: Pick<Ticket, 'requester' | 'participants' | 'assignee'>,
  { t, viewerId, known = {}, type = (id) => id }: NamesOptions,
): Names {
  const people = [ticket.requester, ...ticket.participants, ...(ticket.assignee ? [ticket.assignee] : [])];
  const named = new Map<string, string>(Object.entries(known));
  for (const { id, name } of people) if (name !== null) named.set(id, name);
  const nameOf = (id: string): string | undefined => (id === viewerId ? t('ui.actor.you') : named.get(id));
  return {
    actor: ({ id, role }) => {
      if (role === 'system') return t('ui.actor.system');
      const isClient = role === 'client' || role === 'client_admin';
      return nameOf(id) ?? t(isClient ? 'ui.actor.client' : 'ui.actor.support');
    },
    person: (id) =>
      id === viewerId
        ? t('ui.actor.you.within')
        : (nameOf(id) ?? (id === ticket.assignee?.id ? t('ui.actor.support') : t('ui.actor.client'))),
    type,
  };
}

interface NamesOptions {
  t: Translate;
  viewerId: string;
  known?: Readonly<Record<string, string>>;
  /** The label of a ticket type, of the catalog. */
  type?: (id: string) => string;
}
