import { defineMessages } from '../../ui/i18n/messages';

export const PARTS_MESSAGES = defineMessages({ 'parts.actions': 'Acciones' }, { 'parts.actions': 'Actions' });
