import type { AttachmentReference } from '../api/types';

/** Files that go by what they are, such as the PDF of an invoice; those that there are. */
export function filesOf(ids: Readonly<Record<string, string | null>>): AttachmentReference[] {
  return Object.entries(ids).flatMap(([name, id]) =>
    id === null ? [] : { id, name, size: null, type: null },
  );
}
