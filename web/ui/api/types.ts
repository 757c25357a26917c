import type { components } from './schema';

type Schemas = components['schemas'];

type Stamp = Schemas['Stamp'];
type Generated = Schemas['Ticket'];
type Milestone = keyof Generated['milestones'];
type Present<Field extends keyof Generated> = { [Name in Field]: NonNullable<Generated[Name]> };

/**
 * A ticket. The generator writes a nullable reference as something that can be neither, and a component as nullable
 * once one use of it is: here every field is null exactly where the contract says so.
 */
export type Ticket = Omit<
  Generated,
  'milestones' | 'solution' | 'links' | 'requester' | 'organization' | 'participants'
> &
  Present<'requester' | 'organization'> & {
    participants: NonNullable<Generated['participants'][number]>[];
    milestones: { registered: Stamp } & Record<Exclude<Milestone, 'registered'>, Stamp | null>;
    solution: Stamp | null;
    links: { follows: string | null; followedBy: string[]; splitFrom: string | null; splitInto: string[] };
  };

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
export type Status = Ticket['status'];
export type Priority = NonNullable<Ticket['priority']>;
export type ClosureReason = NonNullable<Ticket['closure']>['reason'];
