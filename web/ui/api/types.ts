import type { components } from './schema';

type Schemas = components['schemas'];

export type Ticket = Schemas['Ticket'];

/** A closed ticket with its whole history. */
export type ArchivedTicket = Ticket & { events: TicketEvent[] };
export type TicketEvent = Schemas['TicketEvent'];
export type Actor = Schemas['Actor'];
export type Person = Schemas['Person'];
export type Who = Schemas['Who'];
export type Role = Person['role'];
export type Catalog = Schemas['Catalog'];
export type Deadline = Schemas['Deadline'];
export type Attachment = Schemas['Attachment'];
export type AttachmentReference = Schemas['AttachmentReference'];
export type Status = Ticket['status'];
export type Priority = NonNullable<Ticket['priority']>;
export type ClosureReason = NonNullable<Ticket['closure']>['reason'];
