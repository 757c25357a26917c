import { ticketWorkflowId } from '../../workflows/messages';
import { ApiError } from '../problems/api-error';
import { isGone } from './ask-engine';
import type { Deps } from '../deps';

/**
 * Whether a ticket's execution runs; false also when the engine no longer keeps it.
 * @param deadline epoch milliseconds
 * @throws ApiError engine_unavailable when the engine does not say
 */
export async function isRunning(
  { temporal }: Pick<Deps, 'temporal'>,
  folio: string,
  deadline: number,
): Promise<boolean> {
  const handle = temporal.workflow.getHandle(ticketWorkflowId(folio));
  try {
    const { status } = await temporal.withDeadline(deadline, () => handle.describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (isGone(error)) return false;
    throw new ApiError('engine_unavailable');
  }
}
