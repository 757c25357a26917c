import type { Model } from 'mongoose';
import { isDuplicateKey } from './duplicate-key';
import { Gather, type Outcome } from './gather';
import { oncePer } from './once-per';

interface Keyed {
  _id: string;
}

const readerOf = oncePer(
  (model: Model<Keyed>) => new Gather((ids: readonly string[]) => readRound(model, ids)),
);
const writerOf = oncePer(
  (model: Model<Keyed>) => new Gather((documents: readonly Keyed[]) => writeRound(model, documents)),
);

/**
 * One document by its key, lean; null when there is none. Look-ups of the same moment share one query, and two for
 * the same key share the document: it is to be read, not changed.
 */
export function findByKey<Document extends Keyed>(
  model: Model<Document>,
  id: string,
): Promise<Document | null> {
  return readerOf(model as unknown as Model<Keyed>).ask(id) as Promise<Document | null>;
}

/** The documents of several keys that there are, in no order. */
export async function findByKeys<Document extends Keyed>(
  model: Model<Document>,
  ids: Iterable<string>,
): Promise<Document[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => findByKey(model, id)));
  return found.filter((document) => document !== null);
}

/**
 * Puts a document there as it is given; inserts of the same moment share one command.
 * @returns false when its key, or another unique value of it, is taken: nothing is written then
 */
export function insertByKey<Document extends Keyed>(
  model: Model<Document>,
  document: Document,
): Promise<boolean> {
  return writerOf(model as unknown as Model<Keyed>).ask(document);
}

/**
 * Puts documents in place of exactly the ones that were read before; replacements of the same moment share one command.
 */
export class Replacer<Document extends Keyed> {
  private readonly gather: Gather<{ old: Keyed; document: Document }, boolean>;

  /** @param isSame tells from two documents of one key whether they are the same state of it */
  constructor(
    private readonly model: Model<Document>,
    private readonly isSame: (one: Document, other: Document) => boolean,
  ) {
    this.gather = new Gather((asks) => this.round(asks));
  }

  /**
   * @param old the key and what else tells the stored document apart from every later one
   * @returns whether `document` took its place; false when another has done so before
   */
  replace(old: Keyed, document: Document): Promise<boolean> {
    return this.gather.ask({ old, document });
  }

  private async round(
    asks: readonly { old: Keyed; document: Document }[],
  ): Promise<readonly Outcome<boolean>[]> {
    const writes = asks.map(({ old, document }) => ({
      replaceOne: { filter: old, replacement: document },
    }));
    const { matchedCount } = await this.model.collection.bulkWrite(writes as never[], {
      ordered: false,
      ignoreUndefined: true,
    });
    if (matchedCount === asks.length) return asks.map(() => ({ answer: true }));
    // The server counts them and does not say which: what stands there does.
    const stored = await findByKeys(
      this.model,
      asks.map(({ old }) => old._id),
    );
    return asks.map(({ document }) => {
      const now = stored.find(({ _id }) => _id === document._id);
      return { answer: now !== undefined && this.isSame(now, document) };
    });
  }
}

/**
 * Past mongoose's queries, which take a fifth of the time of a look-up: a filter of our own needs no casting. As `$in` a key
 * is a value whatever it is, never an operator.
 */
async function readRound({ collection }: Model<Keyed>, ids: readonly string[]): Promise<Outcome<unknown>[]> {
  const filter = { _id: { $in: [...new Set(ids)] } } as never;
  const found = (ids.length === 1
    ? [await collection.findOne(filter)]
    : await collection.find(filter).toArray()) as unknown as (Keyed | null)[];
  const byId = new Map(found.map((document) => [document?._id, document]));
  return ids.map((id) => ({ answer: byId.get(id) ?? null }));
}

/** Past mongoose's documents: what is written here has its type from our own code, and none of it is to be cast. */
async function writeRound(
  { collection }: Model<Keyed>,
  documents: readonly Keyed[],
): Promise<Outcome<boolean>[]> {
  try {
    await collection.insertMany([...documents] as never[], { ordered: false, ignoreUndefined: true });
    return documents.map(() => ({ answer: true }));
  } catch (error) {
    const refused = writeErrorsOf(error);
    if (refused.length === 0 || isUnsure(error)) throw error;
    return documents.map((_document, index) => {
      const why = refused.find((one) => one.index === index);
      if (!why) return { answer: true };
      return isDuplicateKey(why) ? { answer: false } : { error };
    });
  }
}

/** The primary took the rest, but not as many nodes as were asked for answer for it. */
function isUnsure(error: unknown): boolean {
  const { result } = error as { result?: { getWriteConcernError?: () => unknown } };
  return result?.getWriteConcernError?.() !== undefined;
}

/** Which documents of a round the server refused; empty when the command itself failed, and with it everything. */
function writeErrorsOf(error: unknown): { index: number; code: number }[] {
  const { writeErrors = [] } = (error ?? {}) as { writeErrors?: unknown };
  return (Array.isArray(writeErrors) ? writeErrors : [writeErrors]) as { index: number; code: number }[];
}
