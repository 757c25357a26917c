/** Keys by what the keyboard reports, `mod+` for Ctrl or Cmd: `j`, `?`, `mod+k`, `mod+Enter`. */
export interface Shortcut {
  key: string;
  /** What it does, for the sheet. */
  label: string;
  run: () => void;
}

const registered = new Set<readonly Shortcut[]>();
const listeners = new Set<() => void>();
let all: readonly Shortcut[] = [];

/** @returns what takes them away again */
export function register(shortcuts: readonly Shortcut[]): () => void {
  registered.add(shortcuts);
  changed();
  return () => {
    registered.delete(shortcuts);
    changed();
  };
}

/** Those that hold now; the last registered first, so that an open dialog's come before the page's. */
export function registeredShortcuts(): readonly Shortcut[] {
  return all;
}

export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const PLACE = 'single-letter-shortcuts';

/** WCAG 2.1.4: shortcuts of a single character can be switched off. */
export function areLettersEnabled(): boolean {
  return localStorage.getItem(PLACE) !== 'off';
}

export function enableLetters(enabled: boolean): void {
  localStorage.setItem(PLACE, enabled ? 'on' : 'off');
  changed();
}

/** The shortcut that a key press means, if any. Letters rest while somebody types. */
export function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  if (!mod && (isTyping(event.target) || !areLettersEnabled())) return undefined;
  const key = mod ? `mod+${event.key}` : event.key;
  return all.find((shortcut) => shortcut.key.toLowerCase() === key.toLowerCase());
}

function changed(): void {
  all = [...registered].reverse().flat();
  for (const listener of listeners) listener();
}

/** What takes letters by itself: a text, a list by its first letters, an open menu. */
const TAKES_LETTERS =
  'input:not([type=radio], [type=checkbox]), textarea, select, [role=textbox], [role=menu]';

/** Whether keys belong to what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest(TAKES_LETTERS) !== null)
  );
}
