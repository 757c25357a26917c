import type { z } from 'zod';
import type { Permission } from '../domain/access/permissions';
import type { ProblemCode } from './problem-code';
import type { Method, Route, SuccessAnswer } from './route';
import { defineRoute } from './route';
import { ticketSchema } from './ticket';

/** Whatever a command asks for, the ticket may refuse with these. */
const COMMAND_PROBLEMS = [
  'ticket_closed',
  'stale_version',
  'invalid_command',
  'needs_repair',
  'engine_unavailable',
] as const;

/** Every command answers with the ticket as it stands after it. */
function ticketAnswer<const Status extends number>(
  status: Status,
): { status: Status; description: string; schema: typeof ticketSchema; headers: Record<string, string> } {
  return {
    status,
    description: 'The ticket as it stands now',
    schema: ticketSchema,
    headers: { ETag: 'Its version' },
  } satisfies SuccessAnswer;
}

interface CommandLine<Id, Access, Params, Body> {
  id: Id;
  method: Method;
  path: string;
  summary: string;
  permission: Access;
  params: Params;
  body: Body;
  problems?: readonly ProblemCode[];
}

/** A command on a ticket: bound to a version where the caller gives one, and answered with the ticket. */
export function command<
  const Id extends string,
  const Access extends Permission,
  Params extends z.ZodObject,
  Body extends z.ZodType,
  const Status extends number,
>(
  { problems = [], ...line }: CommandLine<Id, Access, Params, Body>,
  status: Status,
): Route<
  Id,
  Params,
  z.ZodObject<Record<never, never>, z.core.$strict>,
  Body,
  readonly [ReturnType<typeof ticketAnswer<Status>>],
  Access
> {
  return defineRoute({
    ...line,
    tag: 'Ticket commands',
    ifMatch: true,
    answers: [ticketAnswer(status)],
    problems: [...COMMAND_PROBLEMS, ...problems],
  });
}
