import { z } from 'zod';
import type { Permission } from '../domain/access/permissions';
import { folio, id } from './fields';
import type { ProblemCode } from './problem-code';
import type { Method, Route, SuccessAnswer } from './route';
import { defineRoute, NO_BODY } from './route';
import { ticketSchema } from './ticket';
import {
  assignmentBody,
  categoryBody,
  closureBody,
  contactBody,
  firstAttentionBody,
  incidentBody,
  noteBody,
  phoneCallBody,
  priorityBody,
  referralBody,
  referralUpdateBody,
  repairBody,
  requesterBody,
  retractionBody,
  solutionBody,
  splitBody,
} from './ticket-input';

const params = z.strictObject({ folio });
const clientParams = z.strictObject({ folio, clientId: id });

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

function command<
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

/** One per command, in the order of the policy's process. */
export const COMMAND_ROUTES = [
  command(
    {
      id: 'categorizeTicket',
      method: 'put',
      path: '/tickets/{folio}/category',
      summary: 'Categorize',
      permission: 'ticket.categorize',
      params,
      body: categoryBody,
      problems: ['unknown_type'],
    },
    200,
  ),
  command(
    {
      id: 'prioritizeTicket',
      method: 'put',
      path: '/tickets/{folio}/priority',
      summary: 'Prioritize: impact and urgency propose, another priority needs its reason',
      permission: 'ticket.prioritize',
      params,
      body: priorityBody,
      problems: ['reason_required'],
    },
    200,
  ),
  command(
    {
      id: 'assignTicket',
      method: 'put',
      path: '/tickets/{folio}/assignment',
      summary: 'Assign to an agent, or let expertise, availability and load decide',
      permission: 'ticket.assign',
      params,
      body: assignmentBody,
      problems: ['unknown_agent'],
    },
    200,
  ),
  command(
    {
      id: 'attendTicket',
      method: 'put',
      path: '/tickets/{folio}/first-attention',
      summary: 'First attention',
      permission: 'ticket.attend',
      params,
      body: firstAttentionBody,
      problems: ['assignee_required', 'unknown_type'],
    },
    200,
  ),
  command(
    {
      id: 'correctContact',
      method: 'put',
      path: '/tickets/{folio}/contact',
      summary: 'Correct the contact data',
      permission: 'ticket.correct',
      params,
      body: contactBody,
    },
    200,
  ),
  command(
    {
      id: 'correctIncident',
      method: 'put',
      path: '/tickets/{folio}/incident',
      summary: 'Correct what happened and when',
      permission: 'ticket.correct',
      params,
      body: incidentBody,
      problems: ['incident_in_future'],
    },
    200,
  ),
  command(
    {
      id: 'addNote',
      method: 'post',
      path: '/tickets/{folio}/notes',
      summary: 'Internal note',
      permission: 'ticket.note',
      params,
      body: noteBody,
      problems: ['unknown_agent'],
    },
    201,
  ),
  command(
    {
      id: 'recordPhoneCall',
      method: 'post',
      path: '/tickets/{folio}/phone-calls',
      summary: 'A call made about the ticket',
      permission: 'ticket.call',
      params,
      body: phoneCallBody,
      problems: ['call_in_future'],
    },
    201,
  ),
  command(
    {
      id: 'proposeSolution',
      method: 'post',
      path: '/tickets/{folio}/solutions',
      summary: 'Propose a solution; the 48 business hours begin',
      permission: 'ticket.solve',
      params,
      body: solutionBody,
      problems: ['category_required', 'priority_required', 'assignee_required', 'first_attention_required'],
    },
    201,
  ),
  command(
    {
      id: 'retractSolution',
      method: 'delete',
      path: '/tickets/{folio}/solutions/current',
      summary: 'Take a mistaken solution or question back',
      permission: 'ticket.retract',
      params,
      body: retractionBody,
      problems: ['nothing_to_retract'],
    },
    200,
  ),
  command(
    {
      id: 'closeTicket',
      method: 'put',
      path: '/tickets/{folio}/closure',
      summary: 'Close for good',
      permission: 'ticket.close',
      params,
      body: closureBody,
      problems: [
        'not_allowed',
        'unread_reply',
        'session_open',
        'solution_required',
        'category_required',
        'priority_required',
        'assignee_required',
        'first_attention_required',
        'not_confirmed',
        'same_ticket',
        'unknown_ticket',
        'other_organization',
      ],
    },
    200,
  ),
  command(
    {
      id: 'splitTicket',
      method: 'post',
      path: '/tickets/{folio}/splits',
      summary: 'One topic per ticket: divide it',
      permission: 'ticket.split',
      params,
      body: splitBody,
      problems: ['too_few_parts', 'unknown_type', 'incident_in_future', 'session_open', 'unread_reply'],
    },
    201,
  ),
  command(
    {
      id: 'referTicket',
      method: 'post',
      path: '/tickets/{folio}/referrals',
      summary: 'Hand over to consulting',
      permission: 'ticket.refer',
      params,
      body: referralBody,
      problems: ['session_open', 'unread_reply'],
    },
    201,
  ),
  command(
    {
      id: 'updateReferral',
      method: 'put',
      path: '/tickets/{folio}/referral',
      summary: 'Reference and cost that consulting gave',
      permission: 'ticket.refer',
      params,
      body: referralUpdateBody,
      problems: ['not_referred'],
    },
    200,
  ),
  command(
    {
      id: 'addParticipant',
      method: 'put',
      path: '/tickets/{folio}/participants/{clientId}',
      summary: 'Add a colleague of the same organization',
      permission: 'ticket.participants',
      params: clientParams,
      body: NO_BODY,
      problems: ['unknown_client', 'already_participant'],
    },
    200,
  ),
  command(
    {
      id: 'removeParticipant',
      method: 'delete',
      path: '/tickets/{folio}/participants/{clientId}',
      summary: 'Take a colleague off the ticket',
      permission: 'ticket.participants',
      params: clientParams,
      body: NO_BODY,
      problems: ['not_participant'],
    },
    200,
  ),
  command(
    {
      id: 'changeRequester',
      method: 'put',
      path: '/tickets/{folio}/requester',
      summary: 'Pass the ticket on to a colleague',
      permission: 'ticket.pass_on',
      params,
      body: requesterBody,
      problems: ['unknown_client', 'not_allowed'],
    },
    200,
  ),
  command(
    {
      id: 'repairTicket',
      method: 'post',
      path: '/tickets/{folio}/repair',
      summary: 'Start the ticket again from its events after its execution failed',
      permission: 'ticket.repair',
      params,
      body: repairBody,
      problems: ['not_broken'],
    },
    200,
  ),
] as const satisfies readonly Route[];
