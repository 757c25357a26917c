import type { Response } from 'express';
import type { STREAM_ROUTES } from '../../contract/stream-routes';
import { ApiError } from '../problems/api-error';
import { authenticate } from '../auth/authenticate';
import type { Deps } from '../deps';
import type { HandlersOf } from '../handler';
import { catchUp } from '../live/catch-up';
import { parseCursor } from '../live/cursor';
import { Listener } from '../live/listener';

/** Tabs and devices of one person at one process. */
const MAX_STREAMS = 20;
const BREATH_MS = 15_000;

/** Live updates: ids and types only, so that what may be read is decided where it is read. */
export const streamHandlers: HandlersOf<typeof STREAM_ROUTES> = {
  openStream: async (request, deps) => {
    const { principal, http, reply } = request;
    const last = http.get('Last-Event-ID');
    const cursor = last === undefined || last === '' ? null : parseCursor(last);
    if (deps.live.openFor(principal.userId) >= MAX_STREAMS) {
      throw new ApiError('rate_limited', { headers: { 'Retry-After': '30' } });
    }
    const listener = new Listener(principal, reply, () => authenticate(deps.store, http, deps.clock()));
    listener.begin();
    if (http.method === 'HEAD') listener.end();
    else listen(listener, reply, deps);
    if (cursor) await catchUp(deps, listener, cursor);
    return 'written';
  },
};

function listen(listener: Listener, reply: Response, deps: Deps): void {
  const leave = deps.live.add(listener);
  const timer = setInterval(() => void breathe(), BREATH_MS);
  reply.once('close', () => {
    clearInterval(timer);
    leave();
  });

  async function breathe(): Promise<void> {
    if (await listener.isStillThere()) listener.breathe();
  }
}
