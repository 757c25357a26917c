import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiProblem;
  }
}

const FRESH_MS = 10_000;
const QUERY_REPEATS = 3;
const COMMAND_REPEATS = 2;

/**
 * What is refused is not asked again; what could not be reached is, a few times. `always`: a browser that believes
 * itself offline must hear the truth from the request, not wait in silence.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: FRESH_MS,
        retry: (failures, problem) => failures < QUERY_REPEATS && mayPass(problem),
        retryDelay,
      },
      mutations: {
        networkMode: 'always',
        retry: (failures, problem) => failures < COMMAND_REPEATS && isPassing(problem),
        retryDelay,
      },
    },
  });
}

function isPassing(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.passes;
}

function mayPass(problem: unknown): boolean {
  return isPassing(problem) || (problem instanceof ApiProblem && problem.status >= 500);
}

/** The service's own word when it gave one, up to ten seconds; else one, two, four seconds. */
function retryDelay(failures: number, problem: unknown): number {
  const told = problem instanceof ApiProblem ? problem.retryAfter : null;
  return Math.min(told === null ? 1_000 * 2 ** failures : told * 1_000, 10_000);
}
