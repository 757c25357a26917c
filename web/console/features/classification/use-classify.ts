import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { Priority, Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import type { Cell } from './priority-matrix';

export interface Classification {
  type: string;
  note: string;
  cell: Cell;
  /** Null: as proposed. */
  priority: Priority | null;
  reason: string;
}

/** Type and priority in one go, as far as they change: two commands, the second only after the first. */
export function useClassify(
  ticket: Ticket,
  onDone: () => void,
): UseMutationResult<unknown, ApiProblem, Classification> {
  const { folio } = ticket;
  const path = { folio };
  return useCommand({
    name: `classify:${folio}`,
    async send({ type, note, cell, priority, reason }: Classification, headers) {
      const key = headers['Idempotency-Key'];
      if (ticket.milestones.categorized === null || type !== ticket.type) {
        const header = { 'Idempotency-Key': `${key}-type` };
        const body = { type, ...(note.trim() !== '' && { note }) };
        await api.PUT('/tickets/{folio}/category', { params: { path, header }, body });
      }
      const header = { 'Idempotency-Key': `${key}-priority` };
      const body = { ...cell, ...(priority && { priority, reason }) };
      return api.PUT('/tickets/{folio}/priority', { params: { path, header }, body });
    },
    onDone,
  });
}
