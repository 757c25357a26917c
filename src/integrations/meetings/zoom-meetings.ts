import type { Meeting, MeetingsPort } from './meetings-port';

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
/** Zoom answers these for a meeting that does not exist, has expired or does not run. */
const GONE = new Set([400, 404]);

/** Meetings by Zoom's REST API with server-to-server OAuth (https://developers.zoom.us/docs/api). */
export function createZoomMeetings(settings: ZoomSettings): MeetingsPort {
  const token = tokenSource(settings);
  const call = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await send(settings, await token.get(), method, path, body);
    if (response.status !== 401) return response;
    token.forget();
    return send(settings, await token.get(), method, path, body);
  };
  return {
    async create({ topic, startsAt, minutes }) {
      const response = await call('POST', '/users/me/meetings', {
        topic,
        type: 2,
        start_time: startsAt.replace(/\.\d{3}Z$/, 'Z'),
        duration: minutes,
        timezone: 'UTC',
        settings: { join_before_host: false, waiting_room: true, auto_recording: 'none' },
      });
      if (response.status !== 201) throw new Error(`The meeting was refused (${response.status})`);
      return meetingIn(await response.json());
    },
    async end(meetingId) {
      expectDone(await call('PUT', `/meetings/${encodeURIComponent(meetingId)}/status`, { action: 'end' }));
    },
    async remove(meetingId) {
      expectDone(await call('DELETE', `/meetings/${encodeURIComponent(meetingId)}`));
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

/** A link that is no https address never reaches anybody's browser; http only from the local double. */
function meetingIn(answer: unknown): Meeting {
  const { id, join_url: joinUrl, password } = (answer ?? {}) as Record<string, unknown>;
  const idText = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  const sound = typeof joinUrl === 'string' && /^https?:\/\//.test(joinUrl) && typeof password === 'string';
  if (!sound || idText === '') throw new Error('The meeting came without link or password');
  return { meetingId: idText, joinUrl, passcode: password };
}

function expectDone({ status }: Response): void {
  if (status < 300 || GONE.has(status)) return;
  throw new Error(`The meeting stays as it is (${status})`);
}
