import { startApplication } from '../ui/start-application';
import { QUEUE } from './features/queue';
import { PEOPLE } from './features/people';
import { CUSTOMERS } from './features/customers';
import { CALENDARS } from './features/calendars';
import { POLICIES } from './features/policies';
import { CANNED_REPLIES } from './features/canned-replies';
import { REPORTS } from './features/reports';
import { INCIDENTS } from './features/incidents';
import { ARCHIVE } from './features/archive';
import { REMOTE_SESSION } from './features/remote-session';
import { OWN_ACCOUNT_PAGES } from './features/own-account';

void startApplication({
  basename: '/consola',
  title: 'Consola de soporte',
  audience: 'staff',
  features: [
    QUEUE,
    PEOPLE,
    CUSTOMERS,
    CALENDARS,
    POLICIES,
    CANNED_REPLIES,
    REPORTS,
    INCIDENTS,
    ARCHIVE,
    REMOTE_SESSION,
    OWN_ACCOUNT_PAGES,
  ],
  accountPath: '/mi-cuenta',
});
