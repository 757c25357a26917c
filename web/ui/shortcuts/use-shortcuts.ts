import { useEffect, useRef } from 'react';
import { register, type Shortcut } from './shortcuts';

/** Shortcuts that hold while the component is shown; listed in the `?` sheet. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const named = JSON.stringify(shortcuts.map(({ key, label }) => [key, label]));
  useEffect(
    () =>
      register(
        (JSON.parse(named) as [string, string][]).map(([key, label], index) => ({
          key,
          label,
          run: () => latest.current[index]?.run(),
        })),
      ),
    [named],
  );
}
