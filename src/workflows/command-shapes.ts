import type { CommandData, CommandName } from '../domain/ticket/commands';

type Shape = 'string' | 'number' | 'boolean' | 'object' | 'strings' | 'objects';
type Optional = `${Shape}?`;

/**
 * The form of each command's data. The API checks requests in full; this is for what reaches a workflow by other
 * ways (Web UI, command line), so that nothing malformed can enter a ticket.
 */
const SHAPES: { [N in CommandName]: Record<keyof Required<CommandData[N]>, Shape | Optional> } = {
  categorize: { type: 'string', note: 'string?' },
  prioritize: { impact: 'string', urgency: 'string', priority: 'string?', reason: 'string?' },
  assign: { agentId: 'string' },
  requestAssignment: {},
  attend: {
    nature: 'string',
    priorityConfirmed: 'boolean',
    contactConfirmed: 'boolean',
    historyReviewed: 'boolean',
    possibleSolutions: 'objects',
    responsibilities: 'string',
    message: 'string?',
    type: 'string?',
    impact: 'string?',
    urgency: 'string?',
  },
  correctContact: { contact: 'object' },
  correctIncident: { incidentAt: 'string?', description: 'string?' },
  postMessage: { body: 'string', attachmentIds: 'strings?', awaitsClient: 'boolean?' },
  addNote: { body: 'string', mentions: 'strings?' },
  recordPhoneCall: {
    at: 'string',
    minutes: 'number',
    number: 'string',
    summary: 'string',
    outcome: 'string',
    clientReplied: 'boolean?',
  },
  proposeSolution: { summary: 'string', steps: 'strings?', origin: 'string?' },
  retract: { reason: 'string' },
  close: {
    reason: 'string',
    message: 'string?',
    confirmedBy: 'string?',
    origin: 'string?',
    duplicateOf: 'string?',
  },
  split: { parts: 'objects', keepOriginal: 'boolean' },
  refer: { description: 'string', keepOpen: 'boolean', reference: 'string?', cost: 'object?' },
  updateReferral: { reference: 'string', cost: 'object?' },
  addParticipant: { clientId: 'string' },
  removeParticipant: { clientId: 'string' },
  changeRequester: { clientId: 'string' },
  requestSession: { platform: 'string', reason: 'string' },
  linkIncident: { incidentId: 'string', title: 'string' },
  unlinkIncident: { incidentId: 'string' },
};

/** The first field of a command's data that has not its form, `''` when the data is no object at all. */
export function misshapen(name: CommandName, data: unknown): string | undefined {
  if (!isObject(data)) return '';
  const shapes: Record<string, Shape | Optional> = SHAPES[name];
  return (
    Object.keys(data).find((field) => !Object.hasOwn(shapes, field)) ??
    Object.keys(shapes).find((field) => !fits(data[field], shapes[field]!))
  );
}

function fits(value: unknown, shape: Shape | Optional): boolean {
  if (shape.endsWith('?')) {
    if (value === undefined) return true;
    return fits(value, shape.slice(0, -1) as Shape);
  }
  switch (shape as Shape) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape;
    case 'object':
      return isObject(value);
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'objects':
      return Array.isArray(value) && value.every(isObject);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
