import type { RemoteSession } from '../domain/session/session';
import { dropAccess, findAccess, keepAccess } from '../store/session-access';
import type { SessionActivityDeps } from './session-activities';
import { quietly } from './session-failure';

export interface MeetingActivities {
  /** Makes the meeting of the appointed time. Link and password go sealed to MongoDB and nowhere else. */
  createMeeting(session: RemoteSession): Promise<void>;
  /** Ends and deletes the meeting, and forgets link and password. */
  removeMeeting(sessionId: string): Promise<void>;
}

export function createMeetingActivities({ store, meetings, vault }: SessionActivityDeps): MeetingActivities {
  const remove = async (sessionId: string): Promise<void> => {
    const access = await findAccess(store, sessionId);
    if (!access) return;
    if (access.meetingId !== null) {
      await meetings.end(access.meetingId);
      await meetings.remove(access.meetingId);
    }
    await dropAccess(store, sessionId);
  };
  return {
    createMeeting: (session) =>
      quietly('meeting_provider', async () => {
        const { id, folio, platform, slot, conditions } = session;
        if (!slot) return;
        const known = await findAccess(store, id);
        if (known?.startsAt === slot.startsAt) return;
        await remove(id);
        const { meetingId, joinUrl, passcode } = await meetings.create({
          topic: `Soporte e-Optics, ticket ${folio}`,
          startsAt: slot.startsAt,
          minutes: conditions.maxMinutes,
        });
        const sealed = vault.seal(JSON.stringify({ link: joinUrl, password: passcode }), id);
        await keepAccess(store, { _id: id, platform, sealed, meetingId, startsAt: slot.startsAt });
      }),
    removeMeeting: (sessionId) => quietly('meeting_provider', () => remove(sessionId)),
  };
}
