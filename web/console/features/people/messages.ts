import { defineMessages } from '../../../ui/i18n/messages';
import { AUDIT } from './audit-messages';
import { JOINING } from './joining-messages';
import { TEAM } from './team-messages';

export const PEOPLE_MESSAGES = defineMessages(
  { 'people.nav': 'Personas', ...TEAM.es, ...JOINING.es, ...AUDIT.es },
  { 'people.nav': 'People', ...TEAM.en, ...JOINING.en, ...AUDIT.en },
);
