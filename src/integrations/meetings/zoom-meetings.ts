import type { Instant } from '../../domain/instant';
import type { MadeMeeting, Meeting, MeetingsPort } from './meetings-port';

export interface ZoomSettings {
  accountId: string;
  clientId: string;
  clientSecret: string;
  apiUrl: string;
  oauthUrl: string;
}

const TIMEOUT_MS = 8_000;
/** A token is good for an hour; a new one is asked for before it ends. */
const TOKEN_MARGIN_MS = 60_000;
/**
 * What Zoom answers for a meeting that is not there: it was not found or has expired, or it has ended and leaves
 * nothing to delete. A status alone proves nothing: 404 is also a host who does not exist, 400 also a meeting that runs.
 */
const GONE = new Set([3001, 3007]);
const PAGE = 300;
/** More appointed meetings than this are no list of ours. */
const MOST_PAGES = 20;

/** Meetings by Zoom's REST API with server-to-server OAuth (https://developers.zoom.us/docs/api). */
export function createZoomMeetings(settings: ZoomSettings): MeetingsPort {
  const token = tokenSource(settings);
  // Only the local double is spoken to in the clear, and only its links may be so.
  const https = new URL(settings.apiUrl).protocol === 'https:';
  const call = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await send(settings, await token.get(), method, path, body);
    if (response.status !== 401) return response;
    token.forget();
    return send(settings, await token.get(), method, path, body);
  };
  return {
    async create({ sessionId, topic, startsAt, minutes }) {
      const response = await call('POST', '/users/me/meetings', {
        topic,
        agenda: tagOf(sessionId, startsAt),
        type: 2,
        start_time: startsAt.replace(/\.\d{3}Z$/, 'Z'),
        duration: Math.ceil(minutes),
        timezone: 'UTC',
        settings: { join_before_host: false, waiting_room: true, auto_recording: 'none' },
      });
      if (response.status !== 201) throw await refused('The meeting was refused', response);
      return meetingIn(await response.json(), https);
    },
    async find(sessionId) {
      const made: MadeMeeting[] = [];
      let next = '';
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const query = new URLSearchParams({ type: 'scheduled', page_size: String(PAGE) });
        if (next !== '') query.set('next_page_token', next);
        const response = await call('GET', `/users/me/meetings?${query.toString()}`);
        if (response.status !== 200) throw await refused('The meetings are not listed', response);
        const { meetings, next_page_token: token } = (await response.json()) as Record<string, unknown>;
        if (!Array.isArray(meetings)) throw new Error('The list came without meetings');
        made.push(...meetings.flatMap((one: unknown) => madeFor(sessionId, one)));
        if (typeof token !== 'string' || token === '') return made;
        next = token;
      }
      throw new Error('The list of meetings does not end');
    },
    async read(meetingId) {
      const response = await call('GET', `/meetings/${encodeURIComponent(meetingId)}`);
      if (response.status !== 200) throw await refused('The meeting is not shown', response);
      return meetingIn(await response.json(), https);
    },
    async end(meetingId) {
      await expectDone(
        await call('PUT', `/meetings/${encodeURIComponent(meetingId)}/status`, { action: 'end' }),
      );
    },
    async remove(meetingId) {
      await expectDone(await call('DELETE', `/meetings/${encodeURIComponent(meetingId)}`));
    },
  };
}

function send(
  { apiUrl }: ZoomSettings,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  return fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
}

function tokenSource(settings: ZoomSettings): { get(): Promise<string>; forget(): void } {
  let known: { value: string; until: number } | null = null;
  return {
    async get() {
      if (known && Date.now() < known.until) return known.value;
      const { accountId, clientId, clientSecret, oauthUrl } = settings;
      const query = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId });
      const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
      const response = await fetch(`${oauthUrl}?${query.toString()}`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`No token (${response.status})`);
      const { access_token: value, expires_in: seconds } = (await response.json()) as Record<string, unknown>;
      if (typeof value !== 'string' || typeof seconds !== 'number') throw new Error('No token in the answer');
      known = { value, until: Date.now() + seconds * 1_000 - TOKEN_MARGIN_MS };
      return value;
    },
    forget() {
      known = null;
    },
  };
}

/** Ids and an instant only: it is readable to whoever is in the meeting. */
function tagOf(sessionId: string, startsAt: Instant): string {
  return `${sessionId} ${startsAt}`;
}

function madeFor(sessionId: string, listed: unknown): MadeMeeting[] {
  const { id, agenda } = (listed ?? {}) as Record<string, unknown>;
  const meetingId = idIn(id);
  if (meetingId === '' || typeof agenda !== 'string' || !agenda.startsWith(`${sessionId} `)) return [];
  return [{ meetingId, startsAt: agenda.slice(sessionId.length + 1) }];
}

/** A link that is no web address, or not a safe one, never reaches anybody's browser. */
function meetingIn(answer: unknown, https: boolean): Meeting {
  const { id, join_url: joinUrl, password } = (answer ?? {}) as Record<string, unknown>;
  const meetingId = idIn(id);
  const safe = https ? /^https:\/\//i : /^https?:\/\//i;
  const sound = typeof joinUrl === 'string' && safe.test(joinUrl) && typeof password === 'string';
  if (!sound || meetingId === '') throw new Error('The meeting came without link or password');
  return { meetingId, joinUrl, passcode: password };
}

function idIn(id: unknown): string {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : '';
}

async function expectDone(response: Response): Promise<void> {
  if (response.status < 300) return;
  const refusal = await refused('The meeting stays as it is', response);
  if (refusal.number === null || !GONE.has(refusal.number)) throw refusal;
}

/** Zoom said no; its number says why to whoever has to mend it. */
class ZoomRefusal extends Error {
  readonly code: string;

  constructor(
    what: string,
    status: number,
    readonly number: number | null,
  ) {
    super(`${what} (${status}${number === null ? '' : `, ${number}`})`);
    this.name = 'ZoomRefusal';
    this.code = number === null ? `zoom_http_${status}` : `zoom_${number}`;
  }
}

async function refused(what: string, response: Response): Promise<ZoomRefusal> {
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  const number = answer?.['code'];
  return new ZoomRefusal(what, response.status, typeof number === 'number' ? number : null);
}
