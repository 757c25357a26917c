import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import type { Who } from '../api/types';

export interface Credentials {
  email: string;
  password: string;
  totp?: string;
}

/** Logs in. `totp_required` and `invalid_totp` ask for the code as well. */
export function useLogIn(onDone: (who: Who) => void): UseMutationResult<Who, ApiProblem, Credentials> {
  return useMutation({
    // Each attempt counts towards the pause after too many: none is made unasked.
    retry: false,
    mutationFn: async (body: Credentials) => (await api.POST('/session', { body })).data as Who,
    onSuccess: onDone,
  });
}
