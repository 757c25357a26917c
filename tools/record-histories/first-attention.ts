import type { CommandData } from '../../src/domain/ticket/commands';

/** The six points, and the first answer to the client. */
export const FIRST_ATTENTION: CommandData['attend'] = {
  nature: 'El corte no suma las ventas a crédito',
  priorityConfirmed: true,
  contactConfirmed: true,
  historyReviewed: true,
  possibleSolutions: [{ summary: 'Recalcular el corte', estimatedMinutes: 30 }],
  responsibilities: 'Soporte revisa, el cliente valida',
  message: 'Estamos revisando el corte.',
};
