import { randomInt } from 'node:crypto';
import { startHttpDouble } from './http-double';

export interface LocalMeeting {
  id: string;
  topic: string;
  startTime: string;
  joinUrl: string;
  passcode: string;
  state: 'waiting' | 'ended' | 'deleted';
}

export interface MeetingDouble {
  /** Base of the REST calls and address of the tokens, as Zoom's settings name them. */
  apiUrl: string;
  oauthUrl: string;
  meetings: ReadonlyMap<string, LocalMeeting>;
  /** Calls left to fail, and calls left to answer without link, for tests. */
  mischief: { failing: number; garbage: number };
  close(): Promise<void>;
}

const TOKEN = 'local-token';

/** Meetings without Zoom: the few calls of its REST API that the service makes, and a page in place of the meeting. */
export async function startMeetingDouble(port = 0): Promise<MeetingDouble> {
  const meetings = new Map<string, LocalMeeting>();
  const mischief = { failing: 0, garbage: 0 };
  const server = await startHttpDouble(({ method, path, query, headers, body }) => {
    if (path === '/oauth/token') {
      const sound =
        query.get('grant_type') === 'account_credentials' && headers.authorization?.startsWith('Basic ');
      return done(sound ? 200 : 400, sound ? { access_token: TOKEN, expires_in: 3_600 } : {});
    }
    const page = /^\/j\/(\d+)$/.exec(path);
    if (page) {
      const meeting = meetings.get(page[1]!);
      const text = meeting?.state === 'waiting' ? `Reunión de prueba: ${meeting.id}` : 'La reunión terminó.';
      return done(meeting ? 200 : 404, text);
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) return done(401, {});
    if (mischief.failing > 0) {
      mischief.failing -= 1;
      return done(500, {});
    }
    if (method === 'POST' && path === '/v2/users/me/meetings') {
      if (mischief.garbage > 0) {
        mischief.garbage -= 1;
        return done(201, { id: 1, join_url: 'javascript:alert(1)' });
      }
      return done(201, create(body));
    }
    const one = /^\/v2\/meetings\/(\d+)(\/status)?$/.exec(path);
    const meeting = one && meetings.get(one[1]!);
    if (!meeting || meeting.state === 'deleted') return done(404, {});
    meeting.state = one[2] ? 'ended' : 'deleted';
    return done(204, '');
  }, port);

  const create = (body: string): object => {
    const { topic, start_time: startTime } = JSON.parse(body) as { topic: string; start_time: string };
    const id = String(randomInt(10_000_000_000, 99_999_999_999));
    const passcode = String(randomInt(100_000, 999_999));
    const meeting: LocalMeeting = {
      id,
      topic,
      startTime,
      joinUrl: `${server.url}/j/${id}`,
      passcode,
      state: 'waiting',
    };
    meetings.set(id, meeting);
    return { id: Number(id), join_url: meeting.joinUrl, password: passcode };
  };

  return {
    apiUrl: `${server.url}/v2`,
    oauthUrl: `${server.url}/oauth/token`,
    meetings,
    mischief,
    close: () => server.close(),
  };
}

function done(status: number, body: object | string): Promise<{ status: number; body: object | string }> {
  return Promise.resolve({ status, body });
}
