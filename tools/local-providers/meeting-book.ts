import { randomInt } from 'node:crypto';
import { KeptMap } from './kept-map';

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
  readonly meetings: KeptMap<LocalMeeting>;

  /**
   * @param urlOf where a meeting is joined
   * @param file where it is kept; null for as long as the process lasts
   */
  constructor(
    private readonly urlOf: (id: string) => string,
    file: string | null,
  ) {
    this.meetings = new KeptMap(file);
  }

  make({ topic, agenda, startTime }: Pick<LocalMeeting, 'topic' | 'agenda' | 'startTime'>): LocalMeeting {
    const id = String(randomInt(10_000_000_000, 99_999_999_999));
    const passcode = String(randomInt(100_000, 999_999));
    const joinUrl = this.urlOf(id);
    const meeting: LocalMeeting = { id, topic, agenda, startTime, joinUrl, passcode, state: 'waiting' };
    this.meetings.set(id, meeting);
    this.meetings.keep();
    return meeting;
  }

  turn(meeting: LocalMeeting, state: LocalMeeting['state']): void {
    meeting.state = state;
    this.meetings.keep();
  }

  /** All but the deleted ones, the oldest first. */
  listed(): LocalMeeting[] {
    return [...this.meetings.values()].filter(({ state }) => state !== 'deleted');
  }
}
