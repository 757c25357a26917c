import { Schema, trusted, type Connection, type Model } from 'mongoose';
import type { SessionEvent } from '../../domain/session/events';
import type { RemoteSession } from '../../domain/session/session';
import { collection, type Holds } from '../mongo/collection';
import { keepAccess, type SessionAccessStore } from './session-access';

/**
 * Link and password that an agent sent with a command, sealed, until the session has taken them: what it refuses never
 * takes the place of what it has.
 */
export interface SessionAccessOffer {
  /** Chosen by who sends the command, which names it. */
  _id: string;
  sessionId: string;
  sealed: string;
  /** When it is forgotten, should its command never be heard of again. */
  forgetAt: Date;
}

/** The part of the store that holds them. */
export type SessionAccessOffersStore = Holds<'sessionAccessOffers', SessionAccessOffer>;

/** Longer than any outage in which a command may wait to be carried out. */
const KEPT_MS = 7 * 24 * 3_600_000;

export function sessionAccessOfferModel(connection: Connection): Model<SessionAccessOffer> {
  const schema = new Schema(
    { _id: { type: String, required: true }, sessionId: String, sealed: String, forgetAt: Date },
    { collection: 'session_access_offers' },
  );
  schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  schema.index({ sessionId: 1 });
  return collection(connection, 'SessionAccessOffer', schema);
}

export async function offerAccess(
  store: SessionAccessOffersStore,
  { id, sessionId, sealed, now }: { id: string; sessionId: string; sealed: string; now: Date },
): Promise<void> {
  const forgetAt = new Date(now.getTime() + KEPT_MS);
  await store.sessionAccessOffers.insertMany([{ _id: id, sessionId, sealed, forgetAt }]);
}

export async function dropOffer(store: SessionAccessOffersStore, id: string): Promise<void> {
  await store.sessionAccessOffers.deleteOne({ _id: id });
}

/** Makes what an agent gave with these events the session's access. Repeatable. */
export async function takeOffers(
  store: SessionAccessStore & SessionAccessOffersStore,
  { id, platform, meeting }: Pick<RemoteSession, 'id' | 'platform' | 'meeting'>,
  events: readonly SessionEvent[],
): Promise<void> {
  const named = events.flatMap(({ name, data }) =>
    name === 'meeting_given' && data.offerId !== undefined ? [data.offerId] : [],
  );
  const last = named.at(-1);
  if (last === undefined) return;
  const offer = await store.sessionAccessOffers.findById(last).lean<SessionAccessOffer>();
  if (offer?.sessionId === id && meeting) {
    const { sealed } = offer;
    await keepAccess(store, { _id: id, platform, sealed, meetingId: null, startsAt: meeting.startsAt });
  }
  await store.sessionAccessOffers.deleteMany({ _id: trusted({ $in: named }) });
}
