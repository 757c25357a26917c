import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startHttpDouble } from './http-double';

export interface LocalMeeting {
  id: string;
  topic: string;
  agenda: string;
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
  /**
   * For tests: calls left to fail, to make a meeting without link, or to make one whose answer is lost, with a failure
   * or with the connection broken off; a delay in ms; and the answer to who ends or deletes a meeting.
   */
  mischief: {
    failing: number;
    garbage: number;
    losing: number;
    dying: number;
    delayMs: number;
    refusing: { status: number; code: number } | null;
  };
  close(): Promise<void>;
}

const TOKEN = 'local-token';

/** Meetings without Zoom: the few calls of its REST API that the service makes, and a page in place of the meeting. */
export async function startMeetingDouble(port = 0): Promise<MeetingDouble> {
  const meetings = new Map<string, LocalMeeting>();
  const mischief: MeetingDouble['mischief'] = {
    failing: 0,
    garbage: 0,
    losing: 0,
    dying: 0,
    delayMs: 0,
    refusing: null,
  };
  const server = await startHttpDouble(async ({ method, path, query, headers, body }) => {
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
    if (mischief.delayMs > 0) await wait(mischief.delayMs);
    if (mischief.failing > 0) {
      mischief.failing -= 1;
      return done(500, {});
    }
    if (method === 'POST' && path === '/v2/users/me/meetings') {
      if (mischief.garbage > 0) {
        mischief.garbage -= 1;
        return done(201, { id: 1, join_url: 'javascript:alert(1)' });
      }
      const made = create(body);
      if (mischief.losing > 0) {
        mischief.losing -= 1;
        return done(500, {});
      }
      if (mischief.dying > 0) {
        mischief.dying -= 1;
        return done(0, {});
      }
      return done(201, made);
    }
    if (method === 'GET' && path === '/v2/users/me/meetings') return done(200, list(query));
    const one = /^\/v2\/meetings\/(\d+)(\/status)?$/.exec(path);
    const meeting = one && meetings.get(one[1]!);
    if (!meeting || meeting.state === 'deleted') return done(404, { code: 3001 });
    if (method === 'GET') return done(200, shown(meeting));
    if (mischief.refusing) return done(mischief.refusing.status, { code: mischief.refusing.code });
    meeting.state = one[2] ? 'ended' : 'deleted';
    return done(204, '');
  }, port);

  const create = (body: string): object => {
    const order = JSON.parse(body) as { topic: string; agenda?: string; start_time: string };
    const { topic, agenda = '', start_time: startTime } = order;
    const id = String(randomInt(10_000_000_000, 99_999_999_999));
    const passcode = String(randomInt(100_000, 999_999));
    const meeting: LocalMeeting = {
      id,
      topic,
      agenda,
      startTime,
      joinUrl: `${server.url}/j/${id}`,
      passcode,
      state: 'waiting',
    };
    meetings.set(id, meeting);
    return shown(meeting);
  };
  /** Without passcode, a page at a time, as Zoom lists them. */
  const list = (query: URLSearchParams): object => {
    const listed = [...meetings.values()].filter(({ state }) => state !== 'deleted');
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
  };

  return {
    apiUrl: `${server.url}/v2`,
    oauthUrl: `${server.url}/oauth/token`,
    meetings,
    mischief,
    close: () => server.close(),
  };
}

function shown({ id, joinUrl, passcode, topic, agenda }: LocalMeeting): object {
  return { id: Number(id), topic, agenda, join_url: joinUrl, password: passcode };
}

function done(status: number, body: object | string): { status: number; body: object | string } {
  return { status, body };
}
