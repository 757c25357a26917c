import type { UpdateDefinition } from '@temporalio/common';
import { CancellationScope, setHandler } from '@temporalio/workflow';
import { DomainError } from '../domain/domain-error';
import type { Command, CommandData, CommandName } from '../domain/ticket/commands';
import { assertAcceptable, assertVersion } from '../domain/ticket/decide';
import { assertWellFormed } from './assert-well-formed';
import { COMMAND_SHAPES } from './command-shapes';
import { COMMAND_NAMES, commandUpdate, type Envelope, type Receipt } from './messages';
import { promptly } from './outside';
import { refusalOf } from './refusal';
import type { TicketRun } from './ticket-run';

/** What the commands tell the main function. */
export interface Bell {
  /** A seal may stand without its closing, or a reply stands against one: look into the inbox. */
  lookIntoInbox(): void;
}

/** One named Update per command of the process, so that an operator reads in the Web UI what was done. */
export function handleCommands(run: TicketRun, bell: Bell): void {
  for (const name of COMMAND_NAMES) handleCommand(name, run, bell);
}

type Sent = Envelope<CommandData[CommandName]>;

function handleCommand(name: CommandName, run: TicketRun, bell: Bell): void {
  setHandler(
    commandUpdate(name) as UpdateDefinition<Receipt, [Sent], string>,
    (sent: Sent) =>
      CancellationScope.nonCancellable(() => run.exclusively(() => answer(name, sent, run, bell))),
    { validator: (sent: Sent) => validate(name, sent, run) },
  );
}

/** Synchronous, and without a trace in history when it refuses. */
function validate(name: CommandName, sent: Sent, run: TicketRun): void {
  try {
    assertWellFormed(sent, COMMAND_SHAPES[name]);
    if (run.receiptFor(sent)) return;
    check(name, sent, run);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The ticket may have changed since the command was accepted, so everything is judged once more. */
async function answer(name: CommandName, sent: Sent, run: TicketRun, bell: Bell): Promise<Receipt> {
  try {
    const before = run.receiptFor(sent);
    if (before) return before;
    check(name, sent, run);
    const command = commandOf(name, sent);
    const context = run.contextOf(sent.actor, sent.commandId, run.now());
    if (closes(command)) await seal(sent.commandId, run, bell);
    const partFolios = command.name === 'split' ? await reserveParts(command, sent, run) : undefined;
    await run.carryOut(command, { ...context, ...(partFolios && { partFolios }) });
    run.remember(sent.commandId, sent.bodyHash);
    return run.receipt(sent.bodyHash);
  } catch (error) {
    // Whatever went wrong after a seal, an open ticket must hear its client again.
    if (run.ticket.status !== 'closed' && closes(commandOf(name, sent))) bell.lookIntoInbox();
    throw refusalOf(error);
  }
}

function check(name: CommandName, sent: Sent, run: TicketRun): void {
  if (run.ticket.status !== 'closed') assertVersion(run.ticket, sent.ifMatch, sent.actor);
  assertAcceptable(run.ticket, commandOf(name, sent), run.contextOf(sent.actor, sent.commandId, run.now()));
}

/** A reply that was accepted before the closing stands against it, by whomever the ticket is closed. */
async function seal(token: string, run: TicketRun, bell: Bell): Promise<void> {
  const sealed = await promptly('seal', {
    folio: run.ticket.folio,
    token,
    dueAt: null,
    handled: run.handledReplies.map((reply) => reply.commandId),
  });
  if (sealed) return;
  bell.lookIntoInbox();
  throw new DomainError('unread_reply');
}

async function reserveParts(
  command: Extract<Command, { name: 'split' }>,
  sent: Envelope<unknown>,
  run: TicketRun,
): Promise<string[]> {
  return await promptly('reserveParts', {
    ticket: run.ticket,
    parts: command.data.parts,
    commandId: sent.commandId,
    actor: sent.actor,
    at: run.now(),
    policy: run.policy,
    calendar: run.calendar,
  });
}

function closes(command: Command): boolean {
  return (
    command.name === 'close' ||
    (command.name === 'split' && !command.data.keepOriginal) ||
    (command.name === 'refer' && !command.data.keepOpen)
  );
}

function commandOf(name: CommandName, sent: Sent): Command {
  return { name, data: sent.data } as Command;
}
