/** Filters of a list, as they stand in the address. */
export type Filters = Readonly<Record<string, string | number | undefined>>;

/** Every key of what both applications read. The first word alone stands for all that begins with it. */
export const queryKeys = {
  who: ['session'] as const,
  me: ['me'] as const,
  catalog: ['catalog'] as const,
  publicSettings: ['public-settings'] as const,
  lists: ['tickets'] as const,
  tickets: (filters: Filters) => ['tickets', filters] as const,
  /** All of one ticket: itself, its events, its deadline. */
  ofTicket: (folio: string) => ['ticket', folio] as const,
  ticket: (folio: string) => ['ticket', folio, 'ticket'] as const,
  events: (folio: string) => ['ticket', folio, 'events'] as const,
  deadline: (folio: string) => ['ticket', folio, 'deadline'] as const,
  /** Who of support is on a ticket. */
  presence: (folio: string) => ['presence', folio] as const,
  archives: ['archive'] as const,
  archive: (filters: Filters) => ['archive', filters] as const,
  archived: (folio: string) => ['archive', 'record', folio] as const,
  remoteSessions: ['remote-sessions'] as const,
};
