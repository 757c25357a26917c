/** How long whoever is to have the focus next may take to ask for it. */
const OTHERS_MS = 100;

/**
 * Gives the focus to what stands around it when the element that has it leaves the page, as a button does that is pressed
 * and done with: the open dialog, or the page's heading. Without it Tab would begin anew at the top of the page, and a
 * screen reader would lose its place (WCAG 2.4.3). Once per page.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  new MutationObserver(() => {
    if (last === null || last.isConnected) return;
    last = null;
    setTimeout(giveToHeir, OTHERS_MS);
  }).observe(document.body, { childList: true, subtree: true });
}

function giveToHeir(): void {
  if (document.activeElement !== document.body) return;
  const dialog = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1);
  const heir = dialog ?? document.querySelector<HTMLElement>('h1[tabindex]');
  heir?.focus({ preventScroll: true });
}
