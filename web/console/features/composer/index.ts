import type { Feature } from '../../../ui/feature';
import { MESSAGES } from './messages';

/** Where agents write; part of a ticket. */
export const COMPOSER: Feature = { id: 'composer', routes: [], messages: MESSAGES };
