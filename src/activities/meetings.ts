import type { RemoteSession } from '../domain/session/session';
import type { MeetingsPort } from '../integrations/meetings/meetings-port';
import { dropAccess, findAccess, keepAccess } from '../store/remote-sessions/session-access';
import { askProvider } from './ask-provider';
import type { SessionActivityDeps } from './session-ports';

export interface MeetingActivities {
  /** Makes the meeting of the appointed time. Link and password go sealed to MongoDB and nowhere else. */
  createMeeting(session: RemoteSession): Promise<void>;
  /** Ends and deletes the meeting, and forgets link and password. */
  removeMeeting(sessionId: string): Promise<void>;
}

export function createMeetingActivities({ store, meetings, vault }: SessionActivityDeps): MeetingActivities {
  return {
    createMeeting: (session) =>
      askProvider('meeting_provider', async () => {
        const { id: sessionId, folio, platform, slot, conditions } = session;
        if (!slot) return;
        const { startsAt } = slot;
        const known = await findAccess(store, sessionId);
        if (known?.startsAt === startsAt) return;
        // The provider knows no key: an attempt whose answer never came has left its meeting there.
        const made = await meetings.find(sessionId);
        const kept = made.find((meeting) => meeting.startsAt === startsAt);
        await discard(meetings, [known, ...made.filter((meeting) => meeting !== kept)]);
        const topic = `Soporte e-Optics, ticket ${folio}`;
        const { meetingId, joinUrl, passcode } = kept
          ? await meetings.read(kept.meetingId)
          : await meetings.create({ sessionId, topic, startsAt, minutes: conditions.maxMinutes });
        const sealed = vault.seal(JSON.stringify({ link: joinUrl, password: passcode }), sessionId);
        await keepAccess(store, { _id: sessionId, platform, sealed, meetingId, startsAt });
      }),
    removeMeeting: (sessionId) =>
      askProvider('meeting_provider', async () => {
        // Nobody reads them any more, whatever becomes of the meeting.
        const known = await findAccess(store, sessionId);
        if (known) await keepAccess(store, { ...known, sealed: '', startsAt: '' });
        const zoom = known === null || known.platform === 'zoom';
        await discard(meetings, [known, ...(zoom ? await meetings.find(sessionId) : [])]);
        await dropAccess(store, sessionId);
      }),
  };
}

/** Ends and deletes meetings, each once. */
async function discard(
  meetings: MeetingsPort,
  unwanted: readonly ({ meetingId: string | null } | null)[],
): Promise<void> {
  const ids = new Set(unwanted.flatMap((one) => one?.meetingId ?? []));
  for (const meetingId of ids) {
    await meetings.end(meetingId);
    await meetings.remove(meetingId);
  }
}
