import type { Instant } from '../../domain/instant';

export interface Meeting {
  meetingId: string;
  joinUrl: string;
  passcode: string;
}

export interface MeetingOrder {
  /** With the instant it names the meeting at the provider, which knows no idempotency key. */
  sessionId: string;
  topic: string;
  startsAt: Instant;
  minutes: number;
}

/** A meeting that the provider has for a session, known to us or not. */
export interface MadeMeeting {
  meetingId: string;
  /** As it was ordered. */
  startsAt: Instant;
}

/** A provider of video meetings. */
export interface MeetingsPort {
  /** Makes a meeting, each time another one: look with `find` first when an earlier attempt may have been heard. */
  create(order: MeetingOrder): Promise<Meeting>;
  /** What the provider has for a session, also from attempts whose answer never came. */
  find(sessionId: string): Promise<MadeMeeting[]>;
  read(meetingId: string): Promise<Meeting>;
  /** Ends it for everybody; one that does not run or exist is fine. */
  end(meetingId: string): Promise<void>;
  /** Deletes it, link and all; one that is gone is fine. */
  remove(meetingId: string): Promise<void>;
}
