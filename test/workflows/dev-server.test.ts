import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { AGENT, ALWAYS_OPEN, aTicketInput } from '../support/registration';
import { workflowBundle } from '../support/workflow-bundle';
import {
  lastMilestone,
  TICKET_ASSIGNEE,
  TICKET_AUTO_CLOSE_AT,
  TICKET_CATEGORY,
  TICKET_MILESTONE,
  TICKET_ORGANIZATION,
  TICKET_PRIORITY,
  TICKET_STATUS,
} from '../../src/workflows/search-attributes';

let server: ServerDesk;

beforeAll(async () => {
  server = await openServerDesk();
});

afterAll(() => server?.close());

/** Replays every run from its history alone, as a worker does that has never seen it. Throws when one does not fit. */
async function expectToReplay(ticket: DeskTicket): Promise<void> {
  for (const history of await ticket.histories()) {
    expect(taskFailures(history)).toEqual([]);
    await Worker.runReplayHistory(
      { workflowBundle: await workflowBundle() },
      history,
      ticket.handle.workflowId,
    );
  }
}

async function notes(ticket: DeskTicket, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await Promise.all(ids.map((commandId) => ticket.command('addNote', { body: 'Nota' }, { commandId })));
}

describe('what a worker finds when it comes back replays', () => {
  test.each([1, 3, 8])('%d commands at once on a ticket that only just began', async (count) => {
    const ticket = await server.desk.register(aTicketInput());
    await ticket.state();
    await server.desk.stopWorker();
    const sent = notes(ticket, count);
    // The server holds them in memory; they need to be there before the worker is.
    await wait(300);
    await server.desk.startWorker();
    await sent;
    await expectToReplay(ticket);
    await notes(ticket, 1);
    expect((await ticket.events()).length).toBe(count + 2);
  });

  test('commands, a reply and a cancel request at once, in the midst of a wait', async () => {
    const ticket = await server.desk.register(aTicketInput());
    await ticket.attend();
    await ticket.solve();
    await server.desk.stopWorker();
    expect(await ticket.reply('Todavía no', new Date())).toBe('accepted');
    await ticket.handle.cancel();
    const sent = notes(ticket, 3);
    await wait(300);
    await server.desk.startWorker();
    await sent;
    await ticket.until(({ status, version }) => status === 'waiting_support' && version >= 14);
    await expectToReplay(ticket);
  });

  test('commands before it ever ran', async () => {
    await server.desk.stopWorker();
    const ticket = await server.desk.register(aTicketInput());
    const sent = notes(ticket, 3);
    await wait(300);
    await server.desk.startWorker();
    await sent;
    await expectToReplay(ticket);
    expect((await ticket.state()).version).toBe(4);
  });
});

describe('bursts of commands replay', () => {
  test.each([
    ['on a warm worker', undefined],
    ['over changes of runs', 60],
  ])('twenty at once, three times, %s', async (_how, historyLimit) => {
    const ticket = await server.desk.register(
      aTicketInput(historyLimit === undefined ? {} : { historyLimit }),
    );
    for (let burst = 0; burst < 3; burst += 1) await notes(ticket, 20);
    expect((await ticket.state()).version).toBe(61);
    await expectToReplay(ticket);
    expect((await ticket.histories()).length > 1).toBe(historyLimit !== undefined);
  });

  test('eight tickets with twenty commands each, with replies among them', async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, () => server.desk.register(aTicketInput())));
    await Promise.all(
      tickets.map(async (ticket) => {
        await Promise.all([
          notes(ticket, 20),
          ticket.reply('¿Hola?', new Date()),
          ticket.reply('¿Sí?', new Date()),
        ]);
        await ticket.until(({ version }) => version === 23);
      }),
    );
    for (const ticket of tickets) await expectToReplay(ticket);
  });
});

describe('an operator sees', () => {
  test('where a ticket stands, in what lists filter by', async () => {
    const ticket = await server.desk.register(
      aTicketInput({ registration: { organizationId: 'org-visible' } }),
    );
    await ticket.attend();
    await ticket.solve();
    const state = await ticket.state();
    const attributes = async () => (await ticket.handle.describe()).typedSearchAttributes;
    while ((await attributes()).get(TICKET_STATUS) !== 'waiting_client') await wait(20);
    const seen = await attributes();
    expect(seen.get(TICKET_CATEGORY)).toBe('technical_problem');
    expect(seen.get(TICKET_PRIORITY)).toBe('medium');
    expect(seen.get(TICKET_ASSIGNEE)).toBe(AGENT.id);
    expect(seen.get(TICKET_ORGANIZATION)).toBe('org-visible');
    expect(seen.get(TICKET_MILESTONE)).toBe(lastMilestone(state));
    expect(seen.get(TICKET_AUTO_CLOSE_AT)).toEqual(new Date(state.waiting!.autoCloseAt));

    const query = `TicketStatus = 'waiting_client' AND TicketPriority = 'medium' AND TicketOrganization = 'org-visible'`;
    const listed = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { workflowId } of server.client.workflow.list({ query })) ids.push(workflowId);
      return ids;
    };
    // The lists follow the executions after a moment.
    while ((await listed()).length === 0) await wait(50);
    expect(await listed()).toEqual([ticket.handle.workflowId]);

    // What no longer holds is gone from the attributes too.
    await ticket.reply('Todavía no', new Date());
    while ((await attributes()).get(TICKET_STATUS) !== 'waiting_support') await wait(20);
    expect((await attributes()).get(TICKET_AUTO_CLOSE_AT)).toBeUndefined();
  });

  test('what a ticket is about and what it waits for, and nothing personal', async () => {
    const input = aTicketInput({ calendar: ALWAYS_OPEN });
    const ticket = await server.desk.register(input);
    await ticket.command('assign', { agentId: AGENT.id });
    await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
    const { autoCloseAt } = (await ticket.state()).waiting!;
    const described = await ticket.handle.describe();
    const summary = await described.staticSummary();
    const details = await described.staticDetails();
    expect(summary).toBe(`Ticket ${ticket.folio} (technical_problem)`);
    expect(details).toContain('- organization: org-1');
    const now = await currentDetails(ticket, autoCloseAt);
    expect(now).toContain(`Waits for the client until **${autoCloseAt}** (question)`);
    expect(now).toContain('next: Target of first_attention');
    const { name, email, phone } = input.registration.contact;
    const shown = [
      summary,
      details,
      now,
      JSON.stringify(described.raw.workflowExecutionInfo?.searchAttributes),
    ].join();
    for (const personal of [name, email, phone, input.registration.subject])
      expect(shown).not.toContain(personal);
  });
});

/** Once they speak of the instant, since they follow the commands after a moment. */
async function currentDetails(ticket: DeskTicket, instant: string): Promise<string> {
  for (;;) {
    const metadata = await ticket.handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    if (metadata.currentDetails?.includes(instant)) return metadata.currentDetails;
    await wait(20);
  }
}
