import type { QueryFilter } from 'mongoose';
import type { Caller } from '../../domain/access/ticket-access';
import { isStaff } from '../../domain/access/role';
import { literally, searchWords } from '../../store/mongo/search-text';
import type { ArchiveDocument } from '../../store/tickets/archive';
import type { TicketDocument } from '../../store/tickets/tickets';

/** A page of a list, and where the next one begins. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The same rule as `mayReadTicket`, as a query. */
export function visibleTo({
  role,
  userId,
  organizationId,
}: Caller): QueryFilter<TicketDocument & ArchiveDocument> {
  if (isStaff(role)) return {};
  if (role === 'client_admin') return { organizationId: organizationId ?? '' };
  return { organizationId: organizationId ?? '', $or: [{ requesterId: userId }, { participantIds: userId }] };
}

/** Every word must occur; the pattern is built from escaped words only. */
export function searching(q: string | undefined): { $and?: { search: { $regex: string } }[] } {
  const words = searchWords(q);
  if (words.length === 0) return {};
  return { $and: words.map((word) => ({ search: { $regex: literally(word) } })) };
}
