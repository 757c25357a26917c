import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as a phone's, so that a dialog needs all of it. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 36em)') ?? false;
}
