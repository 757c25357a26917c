import { defineMessages } from '../../../ui/i18n/messages';

/** On the links to the pages, from the first moment; the rest comes with the pages. */
export const ACCOUNT_LINKS = defineMessages(
  {
    'account.forgot': '¿Olvidó su contraseña?',
    'account.register': 'Registrarse',
  },
  {
    'account.forgot': 'Forgot your password?',
    'account.register': 'Register',
  },
);
