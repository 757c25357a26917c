import type { SessionEvent, SessionEventData, SessionEventName } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import type { Facts, Letter } from './letter';

/** What every letter about a paid session is written from. Holds no secret: link and password are nowhere near it. */
export interface SessionMatter extends Pick<
  Facts,
  'ticket' | 'siteUrl' | 'consoleUrl' | 'timeZone' | 'organizationName'
> {
  readonly session: RemoteSession;
  /** The session's own page, in the Sitio and in the console. */
  readonly pages: { readonly site: string; readonly console: string };
}

/** What a letter about a step of it is written from. */
export interface SessionFacts extends SessionMatter {
  readonly event: SessionEvent;
  /** Whether an earlier event of the same name told of a first one: a new quote, another time. */
  readonly again: boolean;
}

export type SessionWriter = (facts: SessionFacts) => Letter;

/** The data of the event, which a letter knows by its kind; null when it stands at an event of another name. */
export function dataAt<N extends SessionEventName>(
  { event }: SessionFacts,
  name: N,
): SessionEventData[N] | null {
  return event.name === name ? (event.data as SessionEventData[N]) : null;
}
