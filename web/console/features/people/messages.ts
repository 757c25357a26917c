import { defineMessages } from '../../../ui/i18n/messages';
import { PEOPLE_LINK } from './link-messages';
import { ACCOUNT } from './account-messages';
import { ACTIONS } from './action-messages';
import { AUDIT } from './audit-messages';
import { JOINING } from './joining-messages';
import { TEAM } from './team-messages';

export const PEOPLE_MESSAGES = defineMessages(
  { ...PEOPLE_LINK.es, ...TEAM.es, ...ACCOUNT.es, ...JOINING.es, ...AUDIT.es, ...ACTIONS.es },
  { ...PEOPLE_LINK.en, ...TEAM.en, ...ACCOUNT.en, ...JOINING.en, ...AUDIT.en, ...ACTIONS.en },
);
