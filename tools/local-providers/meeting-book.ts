import { randomInt } from 'node:crypto';

export interface LocalMeeting {
  id: string;
  topic: string;
  agenda: string;
  startTime: string;
  joinUrl: string;
  passcode: string;
  state: 'waiting' | 'ended' | 'deleted';
}

/** The meetings that were made. */
export class MeetingBook {
  readonly meetings = new Map<string, LocalMeeting>();

  /** @param urlOf where a meeting is joined */
  constructor(private readonly urlOf: (id: string) => string) {}

  make({ topic, agenda, startTime }: Pick<LocalMeeting, 'topic' | 'agenda' | 'startTime'>): LocalMeeting {
    const id = String(randomInt(10_000_000_000, 99_999_999_999));
    const passcode = String(randomInt(100_000, 999_999));
    const joinUrl = this.urlOf(id);
    const meeting: LocalMeeting = { id, topic, agenda, startTime, joinUrl, passcode, state: 'waiting' };
    this.meetings.set(id, meeting);
    return meeting;
  }

  /** All but the deleted ones, the oldest first. */
  listed(): LocalMeeting[] {
    return [...this.meetings.values()].filter(({ state }) => state !== 'deleted');
  }
}
