import { useOutletContext } from 'react-router';

/** What a ticket knows of the list that it was opened from. */
export interface DeskOutlet {
  /** Back to the list, as it was. */
  list: string;
  /** Opens the ticket after this one, or the list when it was the last. */
  next: () => void;
}

export function useDesk(): DeskOutlet {
  return useOutletContext<DeskOutlet>();
}
