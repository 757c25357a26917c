import type { components } from '../../../ui/api/schema';

export type RemoteSession = components['schemas']['RemoteSession'];
export type Receipt = NonNullable<RemoteSession['receipt']>;
export type Situation = RemoteSession['situation'];
export type InvoiceData = NonNullable<RemoteSession['invoice']['data']>;
