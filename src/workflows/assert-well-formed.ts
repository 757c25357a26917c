import { DomainError } from '../domain/domain-error';
import type { Envelope } from './messages';
import { misshapen, type Shape } from './shapes';

/**
 * Refuses what has not the form of a command. The API checks requests in full; this is for what reaches a workflow by
 * other ways (Web UI, command line), so that nothing malformed can enter a record.
 * @throws DomainError invalid_command naming the field
 */
export function assertWellFormed(sent: unknown, shapes: Readonly<Record<string, Shape>>): void {
  const envelope = (sent ?? {}) as Partial<Envelope<unknown>>;
  const { commandId, bodyHash, actor, ifMatch, data } = envelope;
  if (typeof commandId !== 'string' || commandId === '') throw malformed('commandId');
  if (typeof bodyHash !== 'string') throw malformed('bodyHash');
  if (typeof actor?.id !== 'string' || typeof actor.role !== 'string') throw malformed('actor');
  if (ifMatch !== undefined && typeof ifMatch !== 'number') throw malformed('ifMatch');
  const field = misshapen(shapes, data);
  if (field !== undefined) throw malformed(field || 'data');
}

function malformed(field: string): DomainError {
  return new DomainError('invalid_command', field);
}
