import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { RemoteSession, SessionState } from '../domain/session/session';
import { SESSION_STATUS } from './search-attributes';

/** Shows an operator where the session stands. Search attributes cost an event, so only what changed is sent. */
export class SessionSignposts {
  private shown: SessionState | null = null;

  /** @param next what the clock brings next, in words */
  show(session: RemoteSession, next: string | undefined): void {
    setCurrentDetails(describe(session, next));
    if (this.shown === session.state) return;
    this.shown = session.state;
    upsertSearchAttributes([{ key: SESSION_STATUS, value: session.state }]);
  }
}

/** Markdown for the Web UI; ids only, nothing personal and nothing secret. */
function describe(session: RemoteSession, next: string | undefined): string {
  const { state, folio, platform, slot, payments, troubles } = session;
  return [
    `Session of ticket ${folio}: **${state}**`,
    '',
    `- platform: ${platform}`,
    `- appointed: ${slot ? `${slot.startsAt} with ${slot.agentId}` : 'no time yet'}`,
    `- payments: ${payments.map((one) => `${one.id} ${one.capturedMinor} (back ${one.refundedMinor}, owed ${one.refundDueMinor})`).join(', ') || 'none'}`,
    `- trouble: ${troubles.map(({ duty, code, attempts }) => `${duty} (${code}, ${attempts})`).join(', ') || 'none'}`,
    `- next: ${next ?? 'nothing scheduled'}`,
  ].join('\n');
}
