import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible server for machines where no mongod can be had: MongoJava PORT [FILE [SECONDS]].
 *
 * PORT 0 is one that is free. Without FILE everything stays in memory, and nothing expires; SECONDS lie between two looks
 * for what has expired, 60 unless told. Prints "ready PORT" once it listens. Ends when its standard input ends, so that it
 * never outlives the process that started it.
 */
final class MongoJava {
    /** The drivers judge by these numbers; 7.0 is the newest whose features the server's own answers match. */
    private static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(7, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 21;
        }
    };

    /** As MongoDB does it. */
    private static final int EXPIRY_S = 60;

    private MongoJava() {}

    public static void main(String[] arguments) {
        try {
            serve(arguments);
        } catch (Throwable failure) {
            failure.printStackTrace();
            // Threads that were started by now would keep a server alive that never listens.
            System.exit(1);
        }
    }

    private static void serve(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path file = arguments.length > 1 ? Path.of(arguments[1]) : null;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : EXPIRY_S;
        if (file != null) {
            StoreUpkeep.compactAtStart(file);
        }

        // Small pages: each commit writes whole pages, and most writes touch one document.
        MVStore store = new MVStore.Builder()
                .fileName(file == null ? null : file.toString())
                .autoCommitDisabled()
                .cacheSize(32)
                .pageSplitSize(4096)
                .open();
        // Never closed: closing any channel on a file gives up the lock that keeps a second server out of it.
        FileChannel channel = file == null ? null : FileChannel.open(file, StandardOpenOption.WRITE);
        GroupCommit commits = new GroupCommit(store, channel);
        Expiry expiry = new Expiry();
        DurableBackend backend = new DurableBackend(store, commits, expiry);
        backend.version(VERSION);

        MongoServer server = new MongoServer(backend);
        // One thread per connection up to 256: a writer blocks its thread while it waits for the shared fsync.
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, 256);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MongoJava::daemon);
        if (file != null) {
            StoreUpkeep upkeep = new StoreUpkeep(store, commits);
            timer.scheduleWithFixedDelay(upkeep::onTimer, 5, 5, TimeUnit.SECONDS);
            timer.scheduleWithFixedDelay(() -> expiry.onTimer(backend), seconds, seconds, TimeUnit.SECONDS);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            timer.shutdownNow();
            server.shutdownNow();
        }));
        System.out.println("ready " + server.getLocalAddress().getPort());

        while (System.in.read() >= 0) {
            // Nothing is said to us; only the end of the stream matters.
        }
        System.exit(0);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
