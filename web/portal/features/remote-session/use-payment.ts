import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { RemoteSession } from './remote-session';
import { useSessionCommand } from './use-session-command';

/** Accepts cost and terms and goes to the payment page; where that is not ready yet, the page says so and goes on. */
export function usePayment(session: RemoteSession): UseMutationResult<RemoteSession, ApiProblem, void> {
  const { id } = session;
  return useSessionCommand<void>(
    session,
    'pay-session',
    (_nothing, header) => api.POST('/remote-sessions/{id}/checkout', { params: { path: { id }, header } }),
    ({ checkout }) => {
      if (checkout?.url != null) location.assign(checkout.url);
    },
  );
}
