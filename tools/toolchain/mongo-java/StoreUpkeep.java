import org.h2.mvstore.MVStore;

/**
 * Keeps the data file near the size of what is in it. Each commit appends the changed pages and leaves the old ones
 * behind; the store's own background thread would collect them, but it also commits, so it is switched off.
 */
final class StoreUpkeep {
    /** How long a page that is no longer referenced stays in the file, ms: longer than any commit and its sync take. */
    private static final int RETENTION_MS = 2_000;
    private static final long WORTH_IT_BYTES = 8L << 20;

    private final MVStore store;
    private final GroupCommit commits;
    private long sizeAfterLast;

    StoreUpkeep(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        store.setRetentionTime(RETENTION_MS);
    }

    /** Before anyone is connected: up to 2 s of thorough compaction. */
    void atStart() {
        if (store.getFileStore().size() > WORTH_IT_BYTES) {
            store.compactFile(2_000);
            store.setRetentionTime(RETENTION_MS);
        }
        sizeAfterLast = store.getFileStore().size();
    }

    /** While serving: short pauses only, and only when the file has grown enough to be worth one. */
    void onTimer() {
        try {
            long size = store.getFileStore().size();
            if (size < WORTH_IT_BYTES || size < sizeAfterLast + sizeAfterLast / 2) {
                return;
            }
            commits.exclusively(() -> store.compactFile(150));
            store.setRetentionTime(RETENTION_MS);
            sizeAfterLast = store.getFileStore().size();
        } catch (RuntimeException e) {
            System.err.println("compaction failed: " + e);
        }
    }
}
