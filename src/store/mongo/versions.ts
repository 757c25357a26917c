import type { Model } from 'mongoose';

/** What counts its changes, so that two people who change it at once do not undo each other. */
export interface Versioned {
  _id: string;
  /** Absent in the first version, and in what was last changed before changes were counted. */
  version?: number;
}

const MAX_RACES = 20;

export function versionOf({ version = 1 }: Pick<Versioned, 'version'>): number {
  return version;
}

/**
 * Makes the next version of a document: applies a change to the present one and writes it only if nobody wrote
 * meanwhile, else starts over. A change of nothing makes no version. Null when there is no such document.
 * @throws what `change` throws; nothing is written then
 */
export function changeVersion<Document extends Versioned>(
  model: Model<Document>,
  id: string,
  change: (present: Document) => Partial<Document>,
): Promise<Document | null> {
  return onPresent(model, id, async (present, exactly) => {
    const news = change(present);
    if (Object.keys(news).length === 0) return present;
    const next = { ...news, version: versionOf(present) + 1 };
    return untyped(model)
      .findOneAndUpdate(exactly, { $set: next }, { returnDocument: 'after' })
      .lean()
      .exec();
  });
}

/**
 * Removes a document once the present version has been judged, as `changeVersion` changes it. Null when there is none.
 * @throws what `judge` throws; nothing is removed then
 */
export function removeVersion<Document extends Versioned>(
  model: Model<Document>,
  id: string,
  judge: (present: Document) => void,
): Promise<Document | null> {
  return onPresent(model, id, (present, exactly) => {
    judge(present);
    return untyped(model).findOneAndDelete(exactly).lean().exec();
  });
}

/** @param write null when the document is not `exactly` as it was read any more */
async function onPresent<Document extends Versioned>(
  model: Model<Document>,
  id: string,
  write: (present: Document, exactly: Versioned | object) => Promise<Versioned | null>,
): Promise<Document | null> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const present = await untyped(model).findById(id).lean().exec();
    if (present === null) return null;
    // Null matches what is absent.
    const exactly = { _id: id, version: present.version ?? null };
    const written = await write(present as unknown as Document, exactly);
    if (written !== null) return written as unknown as Document;
  }
  throw new Error(`${id} is being changed without pause`);
}

/** A document's own type is too much for the types of mongoose's queries. */
function untyped<Document extends Versioned>(model: Model<Document>): Model<Versioned> {
  return model as unknown as Model<Versioned>;
}
