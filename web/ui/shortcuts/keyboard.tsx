import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { isTyping, shortcutFor } from './shortcuts';

const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet')).ShortcutSheet }));

/** Listens to the keyboard for the whole page, and shows what it can do with `?`. */
export function Keyboard(): ReactElement {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // What lies below a dialog is none of its business.
      if (document.querySelector('[aria-modal=true]') !== null) return;
      const shortcut = shortcutFor(event);
      if (shortcut) {
        event.preventDefault();
        shortcut.run();
      } else if (event.key === '?' && !isTyping(event.target)) setAsked(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return <Suspense>{asked && <ShortcutSheet onClose={() => setAsked(false)} />}</Suspense>;
}
