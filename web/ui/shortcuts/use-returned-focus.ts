import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it, once a dialog that stands only while it is asked for is gone (WCAG 2.4.3).
 * What opened it from a menu gives it to the menu's button; where neither is there any more, the page's heading has it.
 */
export function useReturnedFocus(): void {
  const [opener] = useState(openerOfDialog);
  useEffect(
    () => () => {
      // Once the dialog has left the page; who has taken the focus meanwhile keeps it.
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const heir = opener?.isConnected ? opener : document.querySelector<HTMLElement>('h1[tabindex]');
        heir?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

function openerOfDialog(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const menu = active.closest('[role=menu]');
  return menu === null ? active : document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`);
}
