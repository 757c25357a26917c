import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * Keeps the data file near the size of what is in it. Each commit appends the changed pages and leaves the old ones
 * behind; the store's own background thread would collect them, but it also commits, so it is switched off.
 */
final class StoreUpkeep {
    /** How long a page that is no longer referenced stays in the file, ms: longer than any commit and its sync take. */
    private static final int RETENTION_MS = 2_000;
    private static final long WORTH_IT_AT_START_BYTES = 4L << 20;
    /** Space of dead pages is used again, so a busy file stops growing by itself at some 60 MB above what is live. */
    private static final long WORTH_IT_WHILE_SERVING_BYTES = 96L << 20;
    /** Share of live pages, percent, below which old ones are gathered. */
    private static final int FILL_RATE = 40;
    /** How much is gathered in one pause, bytes: bounds how long the writers wait. */
    private static final int PER_PAUSE_BYTES = 2 << 20;

    private static final int PAUSES = 4;

    private final MVStore store;
    private final GroupCommit commits;

    StoreUpkeep(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        store.setRetentionTime(RETENTION_MS);
    }

    /**
     * Before the store is opened: copies what is live into a new file, which takes the old one's place in one step
     * once it is safely on disk. A crash on the way leaves the old file.
     */
    static void compactAtStart(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) < WORTH_IT_AT_START_BYTES) {
            return;
        }
        Path copy = file.resolveSibling(file.getFileName() + ".compacting");
        Files.deleteIfExists(copy);
        MVStoreTool.compact(file.toString(), copy.toString(), false);
        force(copy, StandardOpenOption.WRITE);
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    /** While serving: several short pauses rather than a long one. */
    void onTimer() {
        try {
            for (int pause = 0; pause < PAUSES && store.getFileStore().size() > WORTH_IT_WHILE_SERVING_BYTES; pause++) {
                if (!gather()) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            System.err.println("compaction failed: " + e);
        }
    }

    private boolean gather() {
        boolean[] gathered = new boolean[1];
        commits.exclusively(() -> gathered[0] = store.compact(FILL_RATE, PER_PAUSE_BYTES));
        return gathered[0];
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
