import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { MailSink } from '../support/mail-sink';
import { AGENT, CLIENT } from '../support/registration';
import { aTicket, type TicketStory } from '../support/ticket-builder';
import { mailerTo, PostOffice, subjectOf } from '../notices/post-office';

let office: PostOffice;
let client: string;
const answers = { recipient: undefined as number | undefined };
const children: ChildProcess[] = [];

beforeEach(async () => {
  answers.recipient = undefined;
  office = await PostOffice.open({ refuse: () => answers.recipient });
  client = await office.person(CLIENT.id, 'client');
  await office.person(AGENT.id, 'agent');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await office.close();
});

const TOLD = [
  'quedó registrado',
  'primera atención',
  'nueva respuesta de soporte',
  'soporte le dio una solución',
];

async function aConversation(folio: string): Promise<TicketStory> {
  const told = aTicket().attended().said('Ya casi').solved();
  for (const event of told.events) event.folio = folio;
  told.ticket = { ...told.ticket, folio };
  await office.project(told, told.events);
  return told;
}

function startProcess(dieAfter: number): ChildProcess {
  const hook = join(__dirname, '../support/typescript-hook.cjs');
  const entry = join(__dirname, 'notice-sender-process.ts');
  const args = ['-r', hook, entry, office.mongoUri, String(office.sink.port), String(dieAfter)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  children.push(child);
  return child;
}

function messageIds(): (string | undefined)[] {
  return office.sink.mails.map(({ parsed }) => parsed.messageId);
}

test.each([1, 2, 4])(
  'a process killed between the acceptance of mail %d and its record repeats that one only, under the same id',
  async (dieAfter) => {
    await aConversation('100300');
    const victim = startProcess(dieAfter);
    const [, signal] = (await once(victim, 'exit')) as [number | null, string];
    expect(signal).toBe('SIGKILL');
    expect(office.sink.mails).toHaveLength(dieAfter);
    office.startSender({ leaseMs: 300 });
    await office.quiet();
    expect(office.sink.mails).toHaveLength(TOLD.length + 1);
    const [last, repeated] = messageIds().slice(dieAfter - 1);
    expect(repeated).toBe(last);
    expect(new Set(messageIds()).size).toBe(TOLD.length);
    expect(await office.store.notices.distinct('state')).not.toContain('pending');
  },
);

test('processes killed at any moment lose nothing, and repeat only what they had in hand, under its id', async () => {
  const folios = Array.from({ length: 8 }, (_, index) => String(100_400 + index));
  await Promise.all(folios.map(aConversation));
  const kills = 4;
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = office.sink.mails.length;
    const victim = startProcess(0);
    await waitUntil('some mails', 20_000, () => office.sink.mails.length > before + kill || undefined);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
  }
  office.startSender({ leaseMs: 300 });
  await office.quiet();
  // A process has four mails in hand at most.
  expect(office.sink.mails.length).toBeLessThanOrEqual(folios.length * TOLD.length + kills * 4);
  expect(new Set(messageIds()).size).toBe(folios.length * TOLD.length);
  for (const folio of folios) {
    const mine = office.sink.mails.filter(({ parsed }) => parsed.subject!.startsWith(`Ticket ${folio}:`));
    const firsts = mine.filter(
      (mail, index) => mine.findIndex(({ parsed }) => parsed.messageId === mail.parsed.messageId) === index,
    );
    expect(firsts.map(subjectOf)).toEqual(TOLD);
  }
}, 120_000);

test('a process does not take for abandoned what it has in hand itself', async () => {
  await aConversation('100500');
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const slow = await MailSink.start();
  let sends = 0;
  const held = mailerTo(slow.port);
  office.startSender({
    leaseMs: 50,
    mailer: {
      async send(mail, signal) {
        sends += 1;
        if (sends === 1) await gate;
        return held.send(mail, signal);
      },
    },
  });
  await waitUntil('the first mail in hand', 5_000, () => sends === 1);
  await sleep(300);
  open();
  await office.quiet();
  expect(slow.mails.map(subjectOf)).toEqual(TOLD);
  await slow.stop();
});

test('a mail server that is away loses nothing, and each ticket keeps its order', async () => {
  const { port } = office.sink;
  await office.sink.stop();
  office.startSender({ mailer: mailerTo(port) });
  await Promise.all(['100600', '100601', '100602'].map(aConversation));
  await waitUntil('an attempt in vain', 10_000, async () => {
    const tried = await office.store.notices.countDocuments({ fault: { $gt: '' } });
    return tried > 0;
  });
  expect(await office.store.notices.distinct('flag')).toEqual(['none']);
  office.sink = await MailSink.start({ port });
  await office.quiet();
  for (const folio of ['100600', '100601', '100602']) {
    const mine = office.sink.mails.filter(({ parsed }) => parsed.subject!.startsWith(`Ticket ${folio}:`));
    expect(mine.map(subjectOf)).toEqual(TOLD);
  }
});

test('an address that the server refuses flags its ticket and is not tried again', async () => {
  answers.recipient = 550;
  const told = aTicket();
  await office.project(told, told.events);
  office.startSender();
  await office.quiet();
  await waitUntil('the flag', 5_000, () => office.failures.length > 0);
  expect(office.failures).toEqual([
    { folio: '100200', failure: { recipient: { role: 'requester', id: CLIENT.id }, kind: 'refused' } },
  ]);
  expect(await office.store.notices.findOne({}).lean()).toMatchObject({
    state: 'refused',
    fault: '550',
    flag: 'told',
  });
  expect(office.sink.to(client)).toEqual([]);
});

test('a mail put off is tried later, and what follows waits for it', async () => {
  answers.recipient = 451;
  await aConversation('100700');
  office.startSender();
  await waitUntil('the first refusal for now', 10_000, async () => {
    const first = await office.store.notices.findOne({ seq: 1 }).lean();
    return first?.fault === '451';
  });
  answers.recipient = undefined;
  await office.quiet();
  expect(office.sink.to(client).map(subjectOf)).toEqual(TOLD);
  expect(office.failures).toEqual([]);
});
