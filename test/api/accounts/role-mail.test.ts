import { Mailbox } from './mailbox';
import { PEOPLE, startApi, type RunningApi } from './running-api';

let api: RunningApi;
let mailbox: Mailbox;

beforeAll(async () => {
  api = await startApi();
  mailbox = await Mailbox.open(api.store);
});
afterAll(async () => {
  await mailbox.close();
  await api.close();
});

async function change(email: string, body: object): Promise<number> {
  const user = await api.store.users.findOne({ email }).lean();
  return (await api.request('PATCH', `/people/${user!._id}`, { as: 'admin', body })).status;
}

test('another role is told to its person by mail, with what it ended and where to log in', async () => {
  expect(await change(PEOPLE.client, { role: 'client_admin' })).toBe(200);
  const { parsed } = await mailbox.next(PEOPLE.client);
  expect(parsed.subject).toBe('Su tipo de cuenta cambió');
  for (const written of [parsed.text, String(parsed.html)]) {
    expect(written).toMatch(/Tipo de cuenta/);
    expect(written).toMatch(/Administrador de la empresa/);
    expect(written).toMatch(/Se cerraron sus sesiones/);
  }

  expect(await change(PEOPLE.otherAgent, { role: 'supervisor' })).toBe(200);
  const toStaff = (await mailbox.next(PEOPLE.otherAgent)).parsed;
  expect(toStaff.text).toMatch(/Supervisor de soporte/);
  expect(toStaff.text).toMatch(/\/consola\//);
});

test('nothing is told where the role stays as it was', async () => {
  expect(await change(PEOPLE.neighbour, { role: 'client', branchId: null })).toBe(200);
  expect(await change(PEOPLE.client, { role: 'agent' })).toBe(422);
  expect(await mailbox.count(PEOPLE.neighbour)).toBe(0);
  expect(await mailbox.count(PEOPLE.client)).toBe(1);
});
