import { EVENT } from './event-messages';
import { FRAME } from './frame-messages';
import { MONEY } from './money-messages';
import { PROBLEM } from './problem-messages';
import { SECURITY } from './security-messages';
import { TICKET } from './ticket-messages';

/** The kit's own catalogue. */
export const SHARED = {
  es: { ...FRAME.es, ...TICKET.es, ...EVENT.es, ...MONEY.es, ...PROBLEM.es, ...SECURITY.es },
  en: { ...FRAME.en, ...TICKET.en, ...EVENT.en, ...MONEY.en, ...PROBLEM.en, ...SECURITY.en },
} as const;
