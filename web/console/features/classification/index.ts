import type { Feature } from '../../../ui/feature';
import { MESSAGES } from './messages';

/** Type, priority and first attention; dialogs over a ticket. */
export const CLASSIFICATION: Feature = { id: 'classification', routes: [], messages: MESSAGES };
