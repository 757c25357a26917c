import type { DoubleAnswer, DoubleRequest } from './http-double';
import type { LocalMeeting, MeetingBook } from './meeting-book';
import { misbehaving, type Mischief } from './mischief';

const TOKEN = 'local-token';
const MEETINGS = '/v2/users/me/meetings';

/** Only the making of a meeting gives garbage, loses its answer or dies; what fails or is slow is every call. */
export interface MeetingMischief extends Mischief {
  /** The answer to who ends or deletes a meeting. */
  refusing: { status: number; code: number } | null;
}

/** The few calls of Zoom's REST API that the service makes. */
export async function answerZoom(
  book: MeetingBook,
  mischief: MeetingMischief,
  request: DoubleRequest,
): Promise<DoubleAnswer> {
  const { method, path, headers } = request;
  if (path === '/oauth/token') return token(request);
  if (headers.authorization !== `Bearer ${TOKEN}`) return done(401, {});
  const makes = method === 'POST' && path === MEETINGS;
  const wrongs = {
    failure: done(500, {}),
    ...(makes && { garbage: done(201, { id: 1, join_url: 'javascript:alert(1)' }) }),
    mayLose: makes,
    mayDie: makes,
  };
  return await misbehaving(mischief, wrongs, () => work(book, mischief, request));
}

function token({ query, headers }: DoubleRequest): DoubleAnswer {
  const isAsked = query.get('grant_type') === 'account_credentials';
  const sound = isAsked && headers.authorization?.startsWith('Basic ');
  return sound ? done(200, { access_token: TOKEN, expires_in: 3_600 }) : done(400, {});
}

function work(
  book: MeetingBook,
  { refusing }: MeetingMischief,
  { method, path, query, body }: DoubleRequest,
): DoubleAnswer {
  if (method === 'POST' && path === MEETINGS) return done(201, make(book, body));
  if (method === 'GET' && path === MEETINGS) return done(200, list(book, query));
  const one = /^\/v2\/meetings\/(\d+)(\/status)?$/.exec(path);
  const meeting = one && book.meetings.get(one[1]!);
  if (!meeting || meeting.state === 'deleted') return done(404, { code: 3001 });
  if (method === 'GET') return done(200, shown(meeting));
  if (refusing) return done(refusing.status, { code: refusing.code });
  book.turn(meeting, one[2] ? 'ended' : 'deleted');
  return done(204, '');
}

function make(book: MeetingBook, body: string): object {
  const order = JSON.parse(body) as { topic: string; agenda?: string; start_time: string };
  const { topic, agenda = '', start_time: startTime } = order;
  return shown(book.make({ topic, agenda, startTime }));
}

/** Without passcode, a page at a time, as Zoom lists them. */
function list(book: MeetingBook, query: URLSearchParams): object {
  const listed = book.listed();
  const from = Number(query.get('next_page_token') ?? 0);
  const until = from + Number(query.get('page_size') ?? 30);
  return {
    next_page_token: until < listed.length ? String(until) : '',
    meetings: listed.slice(from, until).map(({ id, topic, agenda, joinUrl }) => ({
      id: Number(id),
      topic,
      agenda,
      join_url: joinUrl,
    })),
  };
}

function shown({ id, joinUrl, passcode, topic, agenda }: LocalMeeting): object {
  return { id: Number(id), topic, agenda, join_url: joinUrl, password: passcode };
}

function done(status: number, body: object | string): DoubleAnswer {
  return { status, body };
}
