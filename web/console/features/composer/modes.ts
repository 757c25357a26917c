import { IconBulb, IconLock, IconMessage, IconUserQuestion } from '@tabler/icons-react';
import type { Ticket } from '../../../ui/api/types';

export const MODES = ['reply', 'question', 'solution', 'note'] as const;
export type ComposerMode = (typeof MODES)[number];

export const MODE_ICONS = {
  reply: IconMessage,
  question: IconUserQuestion,
  solution: IconBulb,
  note: IconLock,
} as const;

/** What is still missing before something of the kind can be sent; null when nothing is. */
export function needOf(
  mode: ComposerMode,
  { assignee, milestones }: Pick<Ticket, 'assignee' | 'milestones'>,
): 'assignee' | 'classified' | 'attention' | null {
  if (mode === 'reply' || mode === 'note') return null;
  if (assignee === null) return 'assignee';
  if (mode === 'question') return null;
  if (milestones.categorized === null || milestones.prioritized === null) return 'classified';
  return milestones.firstAttention === null ? 'attention' : null;
}
