import { startHttpDouble, type HttpDouble } from './http-double';
import { MeetingBook, type LocalMeeting } from './meeting-book';
import { answerMeetingDesk } from './meeting-desk';
import { noMischief } from './mischief';
import { answerZoom, type MeetingMischief } from './zoom-api';

export interface MeetingDouble {
  /** Base of the REST calls and address of the tokens, as Zoom's settings name them. */
  apiUrl: string;
  oauthUrl: string;
  /** Its desk. */
  url: string;
  meetings: ReadonlyMap<string, LocalMeeting>;
  mischief: MeetingMischief;
  close(): Promise<void>;
}

/**
 * Meetings without Zoom: the few calls of its REST API that the service makes, and a page in place of the meeting.
 * @param file where its meetings are kept
 */
export async function startMeetingDouble(port = 0, file: string | null = null): Promise<MeetingDouble> {
  const book = new MeetingBook((id) => `${server.url}/j/${id}`, file);
  const mischief: MeetingMischief = { ...noMischief(), refusing: null };
  const server: HttpDouble = await startHttpDouble(
    async (request) =>
      answerMeetingDesk(book, mischief, request) ?? (await answerZoom(book, mischief, request)),
    port,
  );
  return {
    apiUrl: `${server.url}/v2`,
    oauthUrl: `${server.url}/oauth/token`,
    url: server.url,
    meetings: book.meetings,
    mischief,
    close: () => server.close(),
  };
}
