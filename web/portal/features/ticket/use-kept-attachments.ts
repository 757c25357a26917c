import { useEffect, useRef } from 'react';
import type { Attachment } from '../../../ui/api/types';
import { useAttachments, type Attachments } from '../../../ui/attachments/use-attachments';

/** Files of something that is being written, kept with its draft once the service has them. */
export function useKeptAttachments(
  kept: readonly Attachment[],
  keep: (attachments: Attachment[]) => void,
): Attachments {
  const attachments = useAttachments(kept);
  const there = attachments.uploads.flatMap(({ attachment }) => attachment ?? []);
  const latest = useRef({ there, kept, keep });
  useEffect(() => {
    latest.current = { there, kept, keep };
  });
  const ids = idsOf(there);
  useEffect(() => {
    const now = latest.current;
    if (ids !== idsOf(now.kept)) now.keep(now.there);
  }, [ids]);
  return attachments;
}

function idsOf(attachments: readonly Attachment[]): string {
  return attachments.map(({ id }) => id).join(' ');
}
