import { useEffect, useRef } from 'react';
import { useShortcuts } from '../../../ui/shortcuts/use-shortcuts';

/** Something that can be done here: by its button, its key, and the command palette. */
export interface DeskAction {
  id: string;
  label: string;
  key?: string;
  run: () => void;
}

const registered = new Set<readonly DeskAction[]>();
const listeners = new Set<() => void>();
let all: readonly DeskAction[] = [];

/** What can be done now; that of the ticket before that of the list. */
export function knownActions(): readonly DeskAction[] {
  return all;
}

export function onActions(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Actions that hold while the component is shown, in the palette and by their keys. */
export function useActions(actions: readonly DeskAction[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useShortcuts(actions.flatMap(({ key, label, run }) => (key === undefined ? [] : [{ key, label, run }])));
  const named = JSON.stringify(actions.map(({ id, label, key }) => ({ id, label, key })));
  useEffect(() => {
    const given = JSON.parse(named) as Omit<DeskAction, 'run'>[];
    const own = given.map((action) => ({
      ...action,
      run: () => latest.current.find(({ id }) => id === action.id)?.run(),
    }));
    registered.add(own);
    changed();
    return () => {
      registered.delete(own);
      changed();
    };
  }, [named]);
}

function changed(): void {
  all = [...registered].reverse().flat();
  for (const listener of listeners) listener();
}
