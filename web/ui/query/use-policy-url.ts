import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { queryKeys } from './query-keys';

const FRESH_MS = 10 * 60_000;

/** Where the official policy is read, for everybody, logged in or not; null while it is not known. */
export function usePolicyUrl(): string | null {
  const settings = useQuery({
    queryKey: queryKeys.publicSettings,
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => (await api.GET('/public-settings', { signal })).data ?? null,
  });
  return settings.data?.policyUrl ?? null;
}
