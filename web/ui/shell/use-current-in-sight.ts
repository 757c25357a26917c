import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Moves a row of links sideways so that the one of the page is in its middle, where not all of them have room.
 * @param page what makes another link current
 */
export function useCurrentInSight(page: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const links = row.current;
    const current = links?.querySelector<HTMLElement>('[aria-current=page]');
    if (!links || !current) return;
    const centre = (): void => {
      const from = current.getBoundingClientRect().left - links.getBoundingClientRect().left;
      links.scrollLeft += from - (links.clientWidth - current.offsetWidth) / 2;
    };
    // At once, and again when the window has become narrower.
    centre();
    const observer = new ResizeObserver(centre);
    observer.observe(links);
    return () => observer.disconnect();
  }, [page]);
  return row;
}
