import { defineMessages } from '../../ui/i18n/messages';

export const PARTS_MESSAGES = defineMessages(
  {
    'parts.actions': 'Acciones',
    'parts.organizations.all': 'Todos',
    'parts.service': 'Ajustes',
    'parts.service.policy': 'Política',
    'parts.service.types': 'Tipos de ticket',
    'parts.service.calendar': 'Calendario',
    'parts.service.replies': 'Respuestas predefinidas',
  },
  {
    'parts.actions': 'Actions',
    'parts.organizations.all': 'All',
    'parts.service': 'Settings',
    'parts.service.policy': 'Policy',
    'parts.service.types': 'Ticket types',
    'parts.service.calendar': 'Calendar',
    'parts.service.replies': 'Canned replies',
  },
);
