export { remoteSession } from './remote-session';
export { ticket } from './ticket';
