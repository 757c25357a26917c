import type { Response } from 'express';
import type { Principal } from '../principal';
import { formatCursor } from './cursor';
import type { WrittenEvent } from './written-events';

/** A reader that does not read: its connection is not worth the memory. */
const MAX_UNREAD_BYTES = 262_144;

/** How long it holds that somebody is who they were. */
const CHECKED_MS = 2_000;

/** Milliseconds after which a browser comes back when the connection is lost. */
const RETRY_MS = 2_000;

/** One open stream. */
export class Listener {
  /** Since the last breath: what a reader missed and what comes live are told by two who do not know of each other. */
  private readonly told = new Set<string>();

  private checkedMs = Date.now();

  /** @param authenticate who the reader is by now; null when they have logged out or their key has ended */
  constructor(
    public principal: Principal,
    private readonly response: Response,
    private readonly authenticate: () => Promise<Principal | null>,
  ) {}

  begin(): void {
    this.response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies must pass each event on as it comes.
      'X-Accel-Buffering': 'no',
    });
    this.response.flushHeaders();
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Somebody who has logged out, or lost their role, hears nothing more: asked before they are told, but not each time. */
  async isStillThere(): Promise<boolean> {
    if (Date.now() - this.checkedMs < CHECKED_MS) return true;
    this.checkedMs = Date.now();
    // While the store is away nobody can be told anything new.
    const still = await this.authenticate().catch(() => this.principal);
    if (still) this.principal = still;
    else this.end();
    return still !== null;
  }

  tell({ _id, folio, seq, type, writtenAt }: WrittenEvent): void {
    if (this.told.has(_id)) return;
    this.told.add(_id);
    const id = formatCursor({ writtenAt, eventId: _id });
    this.write(`id: ${id}\nevent: ticket\ndata: ${JSON.stringify({ folio, seq, type })}\n\n`);
  }

  /** Only for support. Without an id: who comes back asks again who is there. */
  tellPresence(folio: string): void {
    this.write(`event: presence\ndata: ${JSON.stringify({ folio })}\n\n`);
  }

  /** A paid session's page looks again; its steps are more than those that its ticket hears of. */
  tellSession(id: string): void {
    this.write(`event: session\ndata: ${JSON.stringify({ id })}\n\n`);
  }

  resync(): void {
    this.write('event: resync\ndata: {}\n\n');
  }

  /** Keeps proxies from taking silence for the end. */
  breathe(): void {
    this.told.clear();
    this.write(': \n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MAX_UNREAD_BYTES) this.response.destroy();
  }
}
