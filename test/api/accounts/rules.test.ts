import { startApi, type Reply, type RunningApi } from './running-api';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const OPEN = [{ from: '09:00', to: '18:00' }];
const WEEK = { '1': OPEN, '2': OPEN, '3': OPEN, '4': OPEN, '5': OPEN, '6': [], '7': [] };
const CALENDAR = {
  timeZone: 'America/Tijuana',
  weekly: WEEK,
  holidays: { '2027-01-01': 'Año Nuevo' },
  exceptions: {},
};

function putCalendar(id: string, body: object, headers: Record<string, string> = {}): Promise<Reply> {
  return api.request('PUT', `/calendars/${id}`, { as: 'admin', body, headers });
}

/** As the browser sends what it was given as ETag. */
function seen(version: unknown): { 'If-Match': string } {
  return { 'If-Match': `"${String(version)}"` };
}

async function policy(): Promise<Record<string, unknown>> {
  const { body } = await api.request('GET', '/policies/support', { as: 'agent' });
  return body as unknown as Record<string, unknown>;
}

function putPolicy(body: object, headers: Record<string, string> = {}): Promise<Reply> {
  return api.request('PUT', '/policies/support', { as: 'admin', body, headers });
}

function problems({ status, body }: Reply): unknown[] {
  return [status, body.code, ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`)];
}

describe('calendars', () => {
  test('each PUT makes the next version, and GET answers the last', async () => {
    const first = await putCalendar('norte', CALENDAR);
    expect([first.status, first.body]).toEqual([200, { ...CALENDAR, id: 'norte', version: 1 }]);
    const timeZone = 'America/Ojinaga';
    expect((await putCalendar('norte', { ...CALENDAR, timeZone })).body.version).toBe(2);
    const { body } = await api.request('GET', '/calendars/norte', { as: 'agent' });
    expect(body).toEqual({ ...CALENDAR, timeZone, id: 'norte', version: 2 });
    expect(await api.store.calendars.findById('norte:1').lean()).toMatchObject({
      calendar: { timeZone: 'America/Tijuana' },
    });
  });

  test('a deadline is shown under a calendar that nobody has saved, and nothing is kept of it', async () => {
    const body = { ...CALENDAR, startsAt: '2026-12-30T17:00:00.000Z', hours: 48 };
    const shown = await api.request('POST', '/calendars/preview', { as: 'supervisor', body });
    // Nine hours a day from Wednesday 9:00 in Tijuana, New Year and two weekends skipped.
    expect([shown.status, shown.body]).toMatchObject([
      200,
      {
        startedAt: '2026-12-30T17:00:00.000Z',
        autoCloseAt: '2027-01-07T20:00:00.000Z',
        businessHours: 48,
        skipped: [{ date: '2027-01-01', name: 'Año Nuevo' }],
      },
    ]);
    expect((await api.request('GET', '/calendars/preview', { as: 'agent' })).status).toBe(404);
    const never = { ...body, weekly: { ...WEEK, '1': [], '2': [], '3': [], '4': [], '5': [] } };
    expect(problems(await api.request('POST', '/calendars/preview', { as: 'admin', body: never }))[1]).toBe(
      'no_open_hours',
    );
    const lastDay = { ...never, exceptions: { '2027-01-04': OPEN } };
    const runsOut = await api.request('POST', '/calendars/preview', { as: 'admin', body: lastDay });
    expect([runsOut.status, runsOut.body.code]).toEqual([422, 'no_open_hours']);
  });

  test('a change made from another version than the present one is refused, and nothing is changed', async () => {
    const read = await api.request('GET', '/policies/support', { as: 'admin' });
    const { version, ...before } = read.body;
    expect(read.headers.get('etag')).toBe(`"${version}"`);
    const both = [putPolicy(before, seen(version)), putPolicy(before, seen(version))];
    const replies = await Promise.all(both);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(problems(await putPolicy(before, seen(version)))).toEqual([412, 'stale_version']);
    // Two versions named, of which one is not the present one.
    const split = await putPolicy({ ...before, version }, seen(version + 1));
    expect(problems(split)).toEqual([412, 'changed_meanwhile', 'version changed_meanwhile']);
    expect((await policy())['version']).toBe(version + 1);
  });

  test('writers at once all get a version of their own', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => putCalendar('carrera', CALENDAR)));
    const versions = replies.map(({ body }) => body.version).sort((a, b) => a - b);
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await api.request('GET', '/calendars/carrera', { as: 'agent' })).body.version).toBe(8);
  });

  test('a version that somebody wrote and died over is passed, not repeated', async () => {
    await putCalendar('roto', CALENDAR);
    const left = { _id: 'roto:2', calendar: { ...CALENDAR, id: 'roto', version: 2 }, createdAt: new Date() };
    await api.store.calendars.insertMany([left]);
    expect((await putCalendar('roto', CALENDAR)).body.version).toBe(3);
  });

  test('of two edits of one version the second is refused', async () => {
    const { body } = await putCalendar('doble', CALENDAR);
    const replies = await Promise.all([putCalendar('doble', body), putCalendar('doble', body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(problems(await putCalendar('doble', body))).toEqual([
      412,
      'changed_meanwhile',
      'version changed_meanwhile',
    ]);
  });

  test('a change made from what was read names it by its ETag, and is refused when there is another', async () => {
    const given = CALENDAR;
    await putCalendar('marcado', given);
    const read = await api.request('GET', '/calendars/marcado', { as: 'admin' });
    expect(read.headers.get('etag')).toBe('"1"');
    const changed = await putCalendar('marcado', given, seen(1));
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await putCalendar('marcado', given, seen(1));
    expect([...problems(stale), stale.headers.get('etag')]).toEqual([412, 'stale_version', '"2"']);
    expect((await api.request('GET', '/calendars/marcado', { as: 'admin' })).body.version).toBe(2);
    expect((await putCalendar('marcado', given, { 'If-Match': '*' })).status).toBe(200);
    expect((await putCalendar('marcado', given, { 'If-Match': 'tres' })).status).toBe(400);
  });

  test('a new one is not made over one of its id', async () => {
    const made = await putCalendar('nuevo', { ...CALENDAR, version: 0 });
    expect([made.status, made.body.version]).toEqual([200, 1]);
    const again = await putCalendar('nuevo', { ...CALENDAR, version: 0 });
    expect([again.status, again.body.code]).toEqual([412, 'changed_meanwhile']);
  });

  test('the staff sees which there are, by id and page by page, with the version that holds', async () => {
    await putCalendar('zona-a', CALENDAR);
    await putCalendar('zona-a', { ...CALENDAR, timeZone: 'America/Ojinaga' });
    await putCalendar('zona-b', CALENDAR);
    const { body } = await api.request('GET', '/calendars', { as: 'agent' });
    const items = body.items as unknown as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).sort());
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'mx', version: 1 }),
        { id: 'zona-a', version: 2, timeZone: 'America/Ojinaga' },
        { id: 'zona-b', version: 1, timeZone: 'America/Tijuana' },
      ]),
    );
    const first = await api.request('GET', '/calendars?limit=1', { as: 'agent' });
    const next = String((first.body as unknown as { nextCursor: string }).nextCursor);
    const second = await api.request('GET', `/calendars?limit=1&cursor=${next}`, { as: 'agent' });
    expect([first, second].map((reply) => (reply.body.items as unknown as { id: string }[])[0]?.id)).toEqual(
      items.slice(0, 2).map(({ id }) => id),
    );
    expect((await api.request('GET', '/calendars', { as: 'client' })).status).toBe(403);
  });

  test('one that is never open is refused', async () => {
    const weekly = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };
    expect(problems(await putCalendar('nunca', { ...CALENDAR, weekly }))).toEqual([
      422,
      'no_open_hours',
      'weekly no_open_hours',
    ]);
    expect((await api.request('GET', '/calendars/nunca', { as: 'admin' })).status).toBe(404);
  });

  test.each([
    [{ timeZone: 'Mexico/Nowhere' }, 'timeZone unknown_time_zone'],
    [{ weekly: { ...WEEK, '8': OPEN } }, 'weekly.8 unknown_weekday'],
    [{ weekly: { ...WEEK, '1': [{ from: '9:00', to: '25:00' }] } }, 'weekly.1.0.from invalid_time'],
    [{ holidays: { '2026-02-30': 'Nada' } }, 'holidays.2026-02-30 invalid_date'],
    [{ id: 'other' }, 'id invalid_calendar'],
  ])('one with %j is refused', async (change, problem) => {
    const told = problems(await putCalendar('malo', { ...CALENDAR, ...change }));
    expect(told.slice(0, 2)).toEqual([422, 'invalid_calendar']);
    expect(told).toContain(problem);
  });

  test('only an admin makes them, the staff reads them, clients do not', async () => {
    const put = await api.request('PUT', '/calendars/mx', { as: 'supervisor', body: CALENDAR });
    const get = await api.request('GET', '/calendars/mx', { as: 'client' });
    expect([put.status, get.status]).toEqual([403, 403]);
  });
});

describe('the policy', () => {
  test('a PUT of what was read makes the next version', async () => {
    const before = await policy();
    const put = await putPolicy({ ...before, waitingClientHours: 0.001 });
    expect([put.status, put.body]).toEqual([
      200,
      { ...before, waitingClientHours: 0.001, version: Number(before['version']) + 1 },
    ]);
    expect(await policy()).toEqual(put.body);
  });

  test('what a PUT may leave out stays as it was', async () => {
    const before = await policy();
    const { waitingClientHours, reminderHours, calendarId, remoteSessionMaxMinutes, priorityMatrix } = before;
    const put = await putPolicy({
      waitingClientHours,
      reminderHours,
      calendarId,
      remoteSessionMaxMinutes,
      priorityMatrix,
    });
    expect({ ...put.body, version: before['version'] }).toEqual(before);
  });

  test('of two edits of one version the second is refused', async () => {
    const before = await policy();
    const replies = await Promise.all([putPolicy(before), putPolicy(before)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('writers at once all get a version of their own', async () => {
    const { version, ...before } = await policy();
    const replies = await Promise.all(Array.from({ length: 6 }, () => putPolicy(before)));
    const versions = replies.map(({ body }) => Number(body.version) - Number(version)).sort();
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each([
    [{ waitingClientHours: 0 }, 422, 'invalid_policy', 'waitingClientHours too_small'],
    [{ reminderHours: [4, 24] }, 422, 'invalid_policy', 'reminderHours.1 not_descending'],
    [{ calendarId: 'no-such' }, 422, 'unknown_calendar', 'calendarId unknown_calendar'],
    [{ waitingClientHours: '48' }, 400, 'invalid_request', 'waitingClientHours invalid_type'],
    [{ createdBy: 'me' }, 400, 'invalid_request', 'createdBy unknown_field'],
  ])('%j is refused', async (change, status, code, problem) => {
    const { version, ...before } = await policy();
    expect(problems(await putPolicy({ ...before, ...change }))).toEqual([status, code, problem]);
    expect((await policy())['version']).toBe(version);
  });

  test('a matrix with a hole is refused', async () => {
    const before = await policy();
    const priorityMatrix = { ...(before['priorityMatrix'] as object), minimal: undefined };
    expect((await putPolicy({ ...before, priorityMatrix })).status).toBe(400);
  });

  test('texts of a type are what everybody reads from the next version on', async () => {
    const texts = {
      label: 'Servicio caído',
      description: 'Nadie puede trabajar.',
      examples: ['No abre en ninguna sucursal'],
      warning: null,
    };
    const put = await putPolicy({ ...(await policy()), texts: { service_interruption: texts } });
    expect(put.status).toBe(200);
    const { body } = await api.request('GET', '/catalog', { as: 'client' });
    const { types } = body as unknown as { types: { id: string; label: string }[] };
    expect(types.find(({ id }) => id === 'service_interruption')).toMatchObject(texts);
    expect(types.find(({ id }) => id === 'technical_problem')).toMatchObject({
      label: 'Error o problema técnico',
    });
    const blank = { ...texts, label: ' ' };
    const refused = await putPolicy({ ...put.body, texts: { service_interruption: blank } });
    expect(problems(refused)).toEqual([400, 'invalid_request', 'texts.service_interruption.label blank']);
  });

  test('the link to the official document is what everybody gets from then on, until it is taken away', async () => {
    const linkOf = async (): Promise<unknown> => {
      const { body } = await api.request('GET', '/catalog', { as: 'client' });
      const open = await api.request('GET', '/public-settings');
      expect(open.status).toBe(200);
      const [known, shown] = [body, open.body] as unknown as { policyUrl: unknown }[];
      // On the pages before the log-in as well.
      expect(shown).toEqual({ policyUrl: known?.policyUrl });
      return known?.policyUrl;
    };
    expect([(await policy())['documentUrl'], await linkOf()]).toEqual([null, null]);
    const documentUrl = 'https://e-optics.test/politica';
    expect((await putPolicy({ ...(await policy()), documentUrl })).status).toBe(200);
    expect([(await policy())['documentUrl'], await linkOf()]).toEqual([documentUrl, documentUrl]);
    const rest = { ...(await policy()), documentUrl: undefined };
    expect((await putPolicy(rest)).body).toMatchObject({ documentUrl });
    const script = { ...(await policy()), documentUrl: 'javascript:alert(1)' };
    expect(problems(await putPolicy(script))).toEqual([422, 'invalid_policy', 'documentUrl malformed']);
    expect((await putPolicy({ ...(await policy()), documentUrl: null })).status).toBe(200);
    expect([(await policy())['documentUrl'], await linkOf()]).toEqual([null, null]);
  });

  test('only an admin changes it', async () => {
    const reply = await api.request('PUT', '/policies/support', { as: 'supervisor', body: await policy() });
    expect(reply.status).toBe(403);
  });
});
