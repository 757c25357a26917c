import { startHttpDouble, type DoubleAnswer, type DoubleRequest, type HttpDouble } from './http-double';
import { MeetingBook, type LocalMeeting } from './meeting-book';
import { noMischief } from './mischief';
import { answerZoom, type MeetingMischief } from './zoom-api';

export interface MeetingDouble {
  /** Base of the REST calls and address of the tokens, as Zoom's settings name them. */
  apiUrl: string;
  oauthUrl: string;
  meetings: ReadonlyMap<string, LocalMeeting>;
  mischief: MeetingMischief;
  close(): Promise<void>;
}

/** Meetings without Zoom: the few calls of its REST API that the service makes, and a page in place of the meeting. */
export async function startMeetingDouble(port = 0): Promise<MeetingDouble> {
  const book = new MeetingBook((id) => `${server.url}/j/${id}`);
  const mischief: MeetingMischief = { ...noMischief(), refusing: null };
  const server: HttpDouble = await startHttpDouble(
    async (request) => answerPage(book, request) ?? (await answerZoom(book, mischief, request)),
    port,
  );
  return {
    apiUrl: `${server.url}/v2`,
    oauthUrl: `${server.url}/oauth/token`,
    meetings: book.meetings,
    mischief,
    close: () => server.close(),
  };
}

function answerPage({ meetings }: MeetingBook, { path }: DoubleRequest): DoubleAnswer | null {
  const page = /^\/j\/(\d+)$/.exec(path);
  if (!page) return null;
  const meeting = meetings.get(page[1]!);
  const text = meeting?.state === 'waiting' ? `Reunión de prueba: ${meeting.id}` : 'La reunión terminó.';
  return { status: meeting ? 200 : 404, body: text };
}
