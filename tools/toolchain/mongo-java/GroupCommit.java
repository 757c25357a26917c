import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable before they are acknowledged, with one fsync for all writers that wait at the same moment.
 *
 * A write is done under the shared side of a lock, a commit under the exclusive side, so that no commit can fall
 * between a document and its index entries. The first writer to arrive becomes the leader of a round: it commits
 * everything finished so far and syncs, while the next round gathers behind it.
 */
final class GroupCommit {
    private final MVStore store;
    /** A channel of our own on the store's file, or null for a store in memory. */
    private final FileChannel file;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final Object rounds = new Object();
    /** Writes finished in memory; guarded by rounds. */
    private long finished;
    /** Writes known to be on disk; guarded by rounds. */
    private long safe;
    private boolean leading;

    GroupCommit(MVStore store, FileChannel file) {
        this.store = store;
        this.file = file;
    }

    /** Starts a write: must be followed by {@link #endWrite()} on the same thread. */
    void beginWrite() {
        gate.readLock().lock();
    }

    /** Ends a write and returns the number to hand to {@link #awaitSafe(long)}. */
    long endWrite() {
        gate.readLock().unlock();
        synchronized (rounds) {
            return ++finished;
        }
    }

    /** Returns once the write with this number, and all before it, would survive the death of this process or of the machine. */
    void awaitSafe(long number) {
        if (file == null) {
            return;
        }
        synchronized (rounds) {
            while (safe < number) {
                if (!leading) {
                    leading = true;
                    break;
                }
                waitForRound();
            }
            if (safe >= number) {
                return;
            }
        }
        long reached = -1;
        try {
            reached = commitAll();
        } finally {
            synchronized (rounds) {
                leading = false;
                if (reached > safe) {
                    safe = reached;
                }
                rounds.notifyAll();
            }
        }
    }

    /** Runs maintenance of the file while no write is under way. */
    void exclusively(Runnable maintenance) {
        gate.writeLock().lock();
        try {
            maintenance.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private long commitAll() {
        long reached;
        gate.writeLock().lock();
        try {
            synchronized (rounds) {
                reached = finished;
            }
            store.commit();
        } finally {
            gate.writeLock().unlock();
        }
        sync();
        return reached;
    }

    /** Without the times of the file, which the store's own sync also writes: that is several times slower. */
    private void sync() {
        try {
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitForRound() {
        try {
            rounds.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the write was safe", e);
        }
    }
}
