import { useEffect, useLayoutEffect, useState } from 'react';

/**
 * Gives the focus back to what had it, when a dialog that stands only while it is asked for goes away (WCAG 2.4.3). At
 * once, so that what is typed next has its place. What opened it from a menu gives it to the menu's button; where neither
 * is there any more, the page's heading has it. Who has taken the focus meanwhile keeps it.
 */
export function useReturnedFocus(): void {
  const [opener] = useState(openerOfDialog);
  useLayoutEffect(
    () => () => {
      const active = document.activeElement;
      if (isNowhere(active) || active?.closest('[role=dialog]')) opener?.focus({ preventScroll: true });
    },
    [opener],
  );
  useEffect(
    () => () => {
      // Once all that goes with the dialog has left the page, the opener perhaps too.
      setTimeout(() => {
        if (!isNowhere(document.activeElement)) return;
        const heir = opener?.isConnected ? opener : document.querySelector<HTMLElement>('h1[tabindex]');
        heir?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

function isNowhere(active: Element | null): boolean {
  return active === null || active === document.body;
}

function openerOfDialog(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const menu = active.closest('[role=menu]');
  return menu === null ? active : document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`);
}
