import { useLocation } from 'react-router';

const TOKEN = /^[0-9a-f]{20}\.[\w-]{43}$/;

/** What the link of a mail carries behind `#`, where no server gets to see it; null when it is not whole. */
export function useLinkToken(): string | null {
  const { hash } = useLocation();
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token');
  return token !== null && TOKEN.test(token) ? token : null;
}
