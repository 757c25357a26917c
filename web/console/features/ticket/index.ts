import type { Feature } from '../../../ui/feature';
import { MESSAGES } from './messages';

/** One ticket; the desk has its place. */
export const TICKET: Feature = { id: 'ticket', routes: [], messages: MESSAGES };
