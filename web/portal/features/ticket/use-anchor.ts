import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Shows the event that the address names, as the mails' links do: it is there only once the ticket is. */
export function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
}
