import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend, with every write on disk before its answer leaves (see {@link GroupCommit}), and with no answer that holds
 * half a write. The backend changes documents in their place and answers with the very documents that it holds: one that a
 * search has found could change before it was sent, so that who asked for pending documents was given others.
 */
final class DurableBackend extends H2Backend {
    /** Commands that never change anything; whatever is not here is treated as a write, which costs time but no data. */
    private static final Set<String> READS = Set.of(
            "find", "getmore", "count", "distinct", "listcollections", "listindexes", "listdatabases", "hello",
            "ismaster", "ping", "buildinfo", "serverstatus", "dbstats", "collstats", "hostinfo", "getlog",
            "whatsmyuri", "killcursors", "endsessions", "connectionstatus", "getparameter", "explain",
            "getlasterror", "getcmdlineopts", "getfreemonitoringstatus", "validate", "saslstart", "saslcontinue");

    private final GroupCommit commits;
    private final Expiry expiry;
    /** Held while documents are read or changed, never while a write waits for the disk. */
    private final ReadWriteLock documents = new ReentrantReadWriteLock();

    DurableBackend(MVStore store, GroupCommit commits, Expiry expiry) {
        super(store);
        this.commits = commits;
        this.expiry = expiry;
    }

    /** All that can change anything comes through here: the newer messages and the older queries are both unpacked to it. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!writes(command.toLowerCase(Locale.ROOT), query)) {
            return answer(documents.readLock(), channel, database, command, query);
        }
        if (command.equalsIgnoreCase("createIndexes")) {
            expiry.learn(database, query);
        }
        commits.beginWrite();
        try {
            return answer(documents.writeLock(), channel, database, command, query);
        } finally {
            // Also after an error: a bulk insert that was refused half way has written its first half.
            commits.awaitSafe(commits.endWrite());
        }
    }

    /** An answer of its own, which later writes do not touch. */
    private Document answer(Lock lock, Channel channel, String database, String command, Document query) {
        lock.lock();
        try {
            return super.handleCommand(channel, database, command, query).cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    private static boolean writes(String command, Document query) {
        return command.equals("aggregate") ? writesItsResult(query.get("pipeline")) : !READS.contains(command);
    }

    private static boolean writesItsResult(Object pipeline) {
        return pipeline instanceof List<?> stages
                && stages.stream().anyMatch(stage -> stage instanceof Map<?, ?> map
                        && (map.containsKey("$out") || map.containsKey("$merge")));
    }
}
