import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';

/** Logs out and forgets everything that was read. Drafts stay for their author. */
export function useLogOut(): UseMutationResult<unknown, ApiProblem, void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.DELETE('/session'),
    onSuccess: async () => {
      await navigate('/entrar', { replace: true });
      queries.clear();
    },
  });
}
