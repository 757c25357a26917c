/**
 * A `ref` for what a dialog holds: the field that begins it has the focus as soon as it stands. The dialog itself would
 * give it a task later, and lose what a quick hand types until then.
 */
export function focusFirst(content: HTMLElement | null): void {
  content?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}
