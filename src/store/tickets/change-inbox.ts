import { randomUUID } from 'node:crypto';
import { findByKeys, insertByKey, Replacer } from '../mongo/by-key';
import { Gather, type Outcome } from '../mongo/gather';
import { emptyInbox, type InboxDocument, type InboxesStore } from './inbox-document';
import { oncePer } from '../mongo/once-per';

/**
 * What is to become of an inbox; without `next` it stays as it is. Has to come to the same when it is done once more on
 * top of itself: not every server says what it has done.
 */
type Change<Result> = (inbox: InboxDocument) => { outcome: Result; next?: InboxDocument };

interface Wanted {
  folio: string;
  change: Change<unknown>;
}

const gatherOf = oncePer(
  (store: InboxesStore) => new Gather<Wanted, unknown>((asked) => changeRound(store, asked), 1),
);

/** Compare-and-set until it holds. Changes of the same moment share their look and their write, each inbox in turn. */
export function changeInbox<Result>(
  store: InboxesStore,
  folio: string,
  change: Change<Result>,
): Promise<Result> {
  return gatherOf(store).ask({ folio, change }) as Promise<Result>;
}

async function changeRound(store: InboxesStore, asked: readonly Wanted[]): Promise<Outcome<unknown>[]> {
  const folios = [...new Set(asked.map(({ folio }) => folio))];
  const found = new Map((await findByKeys(store.inboxes, folios)).map((inbox) => [inbox._id, inbox]));
  const next = new Map<string, InboxDocument>();
  const outcomes = asked.map(({ folio, change }) => {
    const result = change(next.get(folio) ?? found.get(folio) ?? emptyInbox(folio));
    if (result.next) next.set(folio, result.next);
    return { answer: result.outcome };
  });
  const held = await Promise.all(
    [...next.values()].map(
      async (inbox) => [inbox._id, await write(store, found.get(inbox._id), inbox)] as const,
    ),
  );
  const lost = new Set(held.filter(([, holds]) => !holds).map(([folio]) => folio));
  if (lost.size === 0) return outcomes;
  const again = asked.filter(({ folio }) => lost.has(folio));
  const answers = await changeRound(store, again);
  return asked.map((one, index) => (lost.has(one.folio) ? answers[again.indexOf(one)]! : outcomes[index]!));
}

/** False when somebody else has moved the inbox on since it was read. */
function write(
  store: InboxesStore,
  before: InboxDocument | undefined,
  after: InboxDocument,
): Promise<boolean> {
  const oldestPendingAt = after.pending[0]?.receivedAt ?? null;
  const document = { ...after, rev: after.rev + 1, oldestPendingAt, writer: randomUUID() };
  if (!before) return insertByKey(store.inboxes, document);
  return replacerOf(store).replace({ _id: before._id, rev: before.rev } as { _id: string }, document);
}

const replacerOf = oncePer(
  ({ inboxes }: InboxesStore) => new Replacer(inboxes, (one, other) => one.writer === other.writer),
);
