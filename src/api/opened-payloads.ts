import type { Logger } from 'pino';

/** An operator looked at what the engine stores of tickets. */
export interface OpenedPayloads {
  userId: string;
  folios: string[];
  requestId: string;
}

/** Notes a look; the payloads are shown only once it is done. The place for an audit log. */
export type NoteOpened = (look: OpenedPayloads) => Promise<void>;

/** Into the service's log: who, which tickets, in which request. */
export function noteInLog(logger: Logger): NoteOpened {
  return (look) => {
    logger.info(look, 'payloads of the engine opened');
    return Promise.resolve();
  };
}
