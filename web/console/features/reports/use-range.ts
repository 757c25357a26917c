import { useSearchParams } from 'react-router';

/** First and last day, both whole; the last thirty days when neither is given. */
export interface Range {
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters of a report, which stay in the address. */
export function useReportSearch(): {
  range: Range;
  get: (name: string) => string | null;
  set: (name: string, value: string) => void;
} {
  const [search, setSearch] = useSearchParams();
  const day = (name: 'from' | 'to'): Range => {
    const value = search.get(name);
    return value !== null && DAY.test(value) ? { [name]: value } : {};
  };
  return {
    range: { ...day('from'), ...day('to') },
    get: (name) => search.get(name),
    set: (name, value) =>
      setSearch(
        (known) => {
          const next = new URLSearchParams(known);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
  };
}
