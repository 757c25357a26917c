import type { Feature } from '../../../ui/feature';
import { MESSAGES } from './messages';

/** Who attends a ticket; shown on the desk. */
export const ASSIGNMENT: Feature = { id: 'assignment', routes: [], messages: MESSAGES };
