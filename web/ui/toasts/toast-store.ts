/** A notice in the corner of the page. */
export interface Toast {
  id: number;
  message: string;
  /** An action that takes it back, while it is shown. */
  undo?: () => void;
}

interface Send {
  /** Shown while it can still be undone, as "Se enviará su respuesta". */
  message: string;
  run: () => void;
  onUndo?: () => void;
}

const SHOWN_MS = 6_000;
const UNDO_MS = 5_000;

let toasts: readonly Toast[] = [];
let last = 0;
let held = false;
const listeners = new Set<() => void>();
const due = new Map<number, { at: number; end: () => void; warns: boolean }>();

export function shownToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Says that something is done. What went wrong belongs beside what was tried, not here. */
export function toast(message: string): void {
  const id = show({ message });
  due.set(id, { at: Date.now() + SHOWN_MS, end: () => remove(id), warns: false });
}

/**
 * Runs after five seconds, unless it is undone meanwhile. The text must stay a draft until the service has it: a page
 * that is left before then has sent nothing.
 */
export function sendPolitely({ message, run, onUndo }: Send): void {
  const undo = (): void => {
    remove(id);
    onUndo?.();
  };
  const id = show({ message, undo });
  const end = (): void => {
    remove(id);
    run();
  };
  due.set(id, { at: Date.now() + UNDO_MS, end, warns: true });
}

/** While somebody points at the notices or has the focus in them, none goes away. */
export function holdToasts(hold: boolean): void {
  if (hold === held) return;
  held = hold;
  if (hold) return;
  for (const entry of due.values()) entry.at = Date.now() + UNDO_MS;
}

function show(given: Omit<Toast, 'id'>): number {
  const id = (last += 1);
  toasts = [...toasts, { id, ...given }];
  tell();
  if (toasts.length === 1) begin();
  return id;
}

function remove(id: number): void {
  due.delete(id);
  toasts = toasts.filter((shown) => shown.id !== id);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

const LOOK_MS = 100;

function begin(): void {
  window.addEventListener('beforeunload', warn);
  const timer = setInterval(() => {
    if (!held) for (const entry of [...due.values()]) if (entry.at <= Date.now()) entry.end();
    if (toasts.length > 0) return;
    clearInterval(timer);
    held = false;
    window.removeEventListener('beforeunload', warn);
  }, LOOK_MS);
}

function warn(event: BeforeUnloadEvent): void {
  if ([...due.values()].some(({ warns }) => warns)) event.preventDefault();
}
