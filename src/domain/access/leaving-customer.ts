import type { Permission } from './permissions';

/** How long the people of a customer that has left may still read and export. */
const READ_ONLY_MS = 90 * 24 * 3_600_000;

/** What they may still do beside reading: see their open tickets and paid sessions through, and leave. */
const STILL_ALLOWED: readonly string[] = [
  'session.own',
  'second_factor.own',
  'attachments.write',
  'ticket.reply',
  'ticket.correct',
  'ticket.close',
  'ticket.participants',
  'ticket.pass_on',
  'remote_session.schedule',
  'remote_session.cancel',
  'people.activity',
] satisfies Permission[];

/** Until when the people of a customer that left at an instant may come in. */
export function readOnlyUntil(departedAt: Date): Date {
  return new Date(departedAt.getTime() + READ_ONLY_MS);
}

/** Whether they may change something by a permission that they hold. */
export function maySeeThrough(permission: string): boolean {
  return STILL_ALLOWED.includes(permission);
}
