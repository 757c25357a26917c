import { z } from 'zod';
import { PRIORITIES } from '../domain/classification/priority';
import { email, folio, id, phone } from './fields';
import { pageOf, pageQuery } from './page';
import { personName } from './person';
import { defineRoute, versionTag } from './route';

const TAG = 'Agents';

const agentSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    /** Ticket types of the agent's experience. */
    skills: z.array(z.string()),
    /** Open tickets that automatic assignment gives at most. */
    capacity: z.number().int(),
    available: z.boolean(),
    openTickets: z.number().int(),
    /** Null: always on shift while available. */
    workingCalendar: z.strictObject({ id: z.string(), version: z.number().int() }).nullable(),
    /** Counts the changes of name, experience, capacity and working hours; being available is no change of these. */
    version: z.number().int(),
  })
  .meta({ id: 'Agent' });

const availabilitySchema = agentSchema
  .extend({
    /** What is left with an agent who has become unavailable, the most urgent first; empty for an available one. */
    tickets: z.array(
      z.strictObject({
        folio,
        subject: z.string(),
        priority: z.enum(PRIORITIES).nullable(),
        status: z.enum(['waiting_support', 'waiting_client', 'closed']),
      }),
    ),
  })
  .meta({ id: 'AgentAvailability' });

const handoverSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        folio,
        /** `unknown` when the engine did not confirm in time: repeating with the same key is safe. */
        outcome: z.enum(['requested', 'refused', 'unknown']),
        code: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Handover' });

const params = z.strictObject({ id });
const skills = z.array(id).max(100);
const capacity = z.number().int().min(1).max(500);
const workingCalendarId = id.nullable();

export const AGENT_ROUTES = [
  defineRoute({
    id: 'listAgents',
    method: 'get',
    path: '/agents',
    tag: TAG,
    summary: 'Agents by name, with their load',
    permission: 'agents.read',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of agents', schema: pageOf(agentSchema) }],
  }),
  defineRoute({
    id: 'createAgent',
    method: 'post',
    path: '/agents',
    tag: TAG,
    summary:
      'Add an agent, or let somebody of the staff take tickets. Without a password they ask for a new one',
    permission: 'agents.manage',
    body: z.strictObject({
      email,
      name: personName,
      phone: phone.nullable().default(null),
      password: z.string().min(12).max(256).optional(),
      skills,
      capacity: capacity.default(20),
      available: z.boolean().default(false),
      workingCalendarId: workingCalendarId.default(null),
    }),
    answers: [{ status: 201, description: 'The agent', schema: agentSchema, headers: versionTag }],
    problems: ['already_exists', 'unknown_type', 'unknown_calendar'],
  }),
  defineRoute({
    id: 'changeAgent',
    method: 'patch',
    path: '/agents/{id}',
    tag: TAG,
    summary: 'Change experience, capacity or working hours; waiting tickets are looked at again',
    permission: 'agents.manage',
    params,
    body: z.strictObject({
      name: personName.optional(),
      skills: skills.optional(),
      capacity: capacity.optional(),
      workingCalendarId: workingCalendarId.optional(),
    }),
    ifMatch: true,
    answers: [{ status: 200, description: 'The agent', schema: agentSchema, headers: versionTag }],
    problems: ['unknown_type', 'unknown_calendar'],
  }),
  defineRoute({
    id: 'setAvailability',
    method: 'put',
    path: '/agents/{id}/availability',
    tag: TAG,
    summary: 'Start or stop getting tickets: agents themselves, or a supervisor for them',
    permission: 'agents.availability',
    params,
    body: z.strictObject({ available: z.boolean() }),
    answers: [
      { status: 200, description: 'The agent, with the tickets left behind', schema: availabilitySchema },
    ],
  }),
  defineRoute({
    id: 'handOver',
    method: 'post',
    path: '/agents/{id}/handover',
    tag: TAG,
    summary:
      'Give all open tickets of an agent to assignment, each by its own command: agents themselves, or a supervisor for them',
    permission: 'agents.availability',
    params,
    answers: [{ status: 200, description: 'What became of each ticket', schema: handoverSchema }],
  }),
] as const;
