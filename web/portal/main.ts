import { startApplication } from '../ui/start-application';
import { ACCOUNT } from './features/account';
import { MY_TICKETS } from './features/my-tickets';
import { NEW_TICKET } from './features/new-ticket';
import { TICKET } from './features/ticket';
import { ARCHIVE } from './features/archive';
import { REMOTE_SESSION } from './features/remote-session';
import { PROFILE } from './features/profile';

void startApplication({
  basename: '/',
  title: 'Sitio de clientes',
  audience: 'clients',
  features: [ACCOUNT, MY_TICKETS, NEW_TICKET, TICKET, ARCHIVE, REMOTE_SESSION, PROFILE],
});
