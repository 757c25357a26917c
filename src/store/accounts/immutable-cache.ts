/** How many documents are kept at most: some policies and calendars, whose versions never change. */
const MAX_KEPT = 200;

/** Reads documents that never change once written: each from the database once per process, while it is used. */
export class ImmutableCache<Document> {
  private readonly kept = new Map<string, Document>();

  async read(id: string, load: () => Promise<Document | null>): Promise<Document | null> {
    const known = this.kept.get(id);
    if (known !== undefined) return known;
    const found = await load();
    if (found === null) return null;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(id, found);
    return found;
  }
}
