import { useLayoutEffect, type RefObject } from 'react';

/**
 * A field that begins anew has the focus if the one before it had it: who goes on writing writes there.
 * @param kept outlives the field
 */
export function useKeptFocus(field: RefObject<HTMLTextAreaElement | null>, kept: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (kept.current) element?.focus({ preventScroll: true });
    return () => {
      kept.current = document.activeElement === element;
    };
  }, [field, kept]);
}
