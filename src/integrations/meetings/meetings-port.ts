import type { Instant } from '../../domain/instant';

export interface Meeting {
  meetingId: string;
  joinUrl: string;
  passcode: string;
}

/** A provider of video meetings. */
export interface MeetingsPort {
  create(order: { topic: string; startsAt: Instant; minutes: number }): Promise<Meeting>;
  /** Ends it for everybody; one that does not run or exist is fine. */
  end(meetingId: string): Promise<void>;
  /** Deletes it, link and all; one that is gone is fine. */
  remove(meetingId: string): Promise<void>;
}
