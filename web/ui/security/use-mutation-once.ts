import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../api/api-problem';

/** Something that carries or answers a secret: sent once, and kept nowhere. */
export function useMutationOnce<Given, Answer>(
  send: (given: Given) => Promise<{ data?: Answer }>,
  onDone: (answer: Answer, given: Given) => void,
): UseMutationResult<Answer, ApiProblem, Given> {
  return useMutation<Answer, ApiProblem, Given>({
    retry: false,
    gcTime: 0,
    mutationFn: async (given) => (await send(given)).data as Answer,
    onSuccess: onDone,
  });
}
