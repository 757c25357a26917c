import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { pinnedPart } from '../../domain/policy/support-policy';
import type { PinnedRules } from '../../domain/ticket/ticket';
import type { TicketInput } from '../../workflows/messages';
import { findByKey, insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';
import { findCalendarVersion, type CalendarsStore } from '../accounts/calendars';
import { findPolicyVersion, type PoliciesStore } from '../accounts/policies';
import { Gather } from '../mongo/gather';
import { oncePer } from '../mongo/once-per';
import type { WrappedTicketKey } from './wrapped-ticket-key';

/**
 * An accepted registration. It is durable before the client is answered, so neither an outage of the engine nor a
 * storm of tickets refuses anybody.
 * `held`: a part of a split whose event is not yet on record · `pending`: to be started · `started`.
 */
export interface IntakeDocument {
  /** Folio. */
  _id: string;
  /** Hash of caller and idempotency key: one registration per key. */
  commandId: string;
  bodyHash: string;
  state: 'held' | 'pending' | 'started';
  organizationId: string;
  createdAt: Instant;
  /** What the workflow starts from; policy and calendar stand there by version, and versions never change. */
  input: Omit<TicketInput, 'folio' | 'policy' | 'calendar'>;
  /** Seals what the engine stores of the ticket: null once destroyed, absent where nothing is sealed. */
  key?: WrappedTicketKey | null;
  /** Why it can not be started; left to whoever starts the worker anew, or commands the ticket. */
  fault?: 'pinned_version_gone';
}

/** The part of the store that holds them. */
export type IntakesStore = Holds<'intakes', IntakeDocument>;

/** Nobody may decide under another policy or calendar than those that the registration is pinned to. */
export class PinnedVersionGoneError extends Error {
  constructor(folio: string) {
    super(`Ticket ${folio} is pinned to a policy or calendar that is gone`);
    this.name = 'PinnedVersionGoneError';
  }
}

export function intakeModel(connection: Connection): Model<IntakeDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      commandId: String,
      bodyHash: String,
      state: String,
      organizationId: String,
      createdAt: String,
      input: Schema.Types.Mixed,
      key: Schema.Types.Mixed,
      fault: String,
    },
    { collection: 'intakes' },
  );
  schema.index({ commandId: 1 }, { unique: true });
  schema.index({ state: 1 });
  return collection(connection, 'Intake', schema);
}

/**
 * Keeps a registration. A second one under the same command id is the first one again.
 * @returns the intake that now stands under the command id
 */
export async function keepIntake(store: IntakesStore, intake: IntakeDocument): Promise<IntakeDocument> {
  if (await insertByKey(store.intakes, intake)) return intake;
  const first = await findIntakeByCommand(store, intake.commandId);
  // The folio itself was taken: a counter that went back. Never success.
  if (!first) throw new Error(`Folio ${intake._id} is taken by another registration`);
  return first;
}

export function findIntake(store: IntakesStore, folio: string): Promise<IntakeDocument | null> {
  return findByKey(store.intakes, folio);
}

export function findIntakeByCommand(store: IntakesStore, commandId: string): Promise<IntakeDocument | null> {
  return store.intakes.findOne({ commandId }).lean<IntakeDocument>().exec();
}

/**
 * Oldest registrations that no workflow runs for yet.
 * @param faulty also those that could not be started
 */
export async function pendingIntakes(
  store: IntakesStore,
  limit: number,
  { faulty = false }: { faulty?: boolean } = {},
): Promise<IntakeDocument[]> {
  const pending = await store.intakes
    .find({ state: 'pending', ...(!faulty && { fault: null }) })
    .sort({ createdAt: 1, _id: 1 })
    .limit(limit)
    .lean<IntakeDocument[]>();
  return pending;
}

/** @returns whether it was not flagged before */
export async function flagFaulty({ intakes }: IntakesStore, folio: string): Promise<boolean> {
  const { modifiedCount } = await intakes.updateOne(
    { _id: folio, fault: null },
    { $set: { fault: 'pinned_version_gone' } },
  );
  return modifiedCount === 1;
}

const markerOf = oncePer(
  ({ intakes }: IntakesStore) =>
    new Gather<string, 'marked'>(async (folios) => {
      await intakes.updateMany({ _id: { $in: [...folios] } }, { $set: { state: 'started' } });
      return folios.map(() => ({ answer: 'marked' }));
    }),
);

/** Marks of the same moment share one write. */
export async function markStarted(store: IntakesStore, folio: string): Promise<void> {
  await markerOf(store).ask(folio);
}

/** Parts of a split may start once the split is on record. */
export async function releaseParts(store: IntakesStore, folios: string[]): Promise<void> {
  await store.intakes.updateMany({ _id: { $in: folios }, state: 'held' }, { $set: { state: 'pending' } });
}

/**
 * What the workflow of a registration starts from, with the pinned policy and calendar whole.
 * @param pinned other versions than the registration's, where the ticket has been migrated since
 * @throws PinnedVersionGoneError
 */
export async function workflowInput(
  store: CalendarsStore & PoliciesStore,
  intake: IntakeDocument,
  pinned: PinnedRules = intake.input.registration,
): Promise<TicketInput> {
  const { id, version } = pinned.calendar;
  const [policy, calendar] = await Promise.all([
    findPolicyVersion(store, pinned.policyVersion),
    findCalendarVersion(store, id, version),
  ]);
  if (!policy || !calendar) throw new PinnedVersionGoneError(intake._id);
  return { folio: intake._id, ...intake.input, policy: pinnedPart(policy), calendar };
}
