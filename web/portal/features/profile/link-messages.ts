import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the pages, from the first moment; the rest comes with the pages. */
export const PROFILE_LINK = defineMessages(
  {
    'profile.nav': 'Perfil',
  },
  {
    'profile.nav': 'Profile',
  },
);
