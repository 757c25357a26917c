import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes documents whose time is up, as indexes with expireAfterSeconds ask for: the backend makes such an index and leaves
 * it at that. The rules are learned from the commands that make the indexes, which every process of the service sends when
 * it starts.
 */
final class Expiry {
    private record Rule(String database, String collection, String field, long afterSeconds) {}

    private final Set<Rule> rules = ConcurrentHashMap.newKeySet();
    /** The backend keeps what a connection did last; this one is nobody's. */
    private final Channel nobody = new EmbeddedChannel();

    /** @param command a createIndexes */
    void learn(String database, Document command) {
        if (!(command.get("indexes") instanceof List<?> indexes)) {
            return;
        }
        for (Object index : indexes) {
            if (index instanceof Map<?, ?> asked
                    && asked.get("expireAfterSeconds") instanceof Number after
                    && asked.get("key") instanceof Map<?, ?> key
                    && key.size() == 1) {
                String field = key.keySet().iterator().next().toString();
                rules.add(new Rule(database, command.get("createIndexes").toString(), field, after.longValue()));
            }
        }
    }

    void onTimer(DurableBackend backend) {
        for (Rule rule : rules) {
            try {
                remove(backend, rule);
            } catch (RuntimeException e) {
                System.err.println("expiry of " + rule.collection() + " failed: " + e);
            }
        }
    }

    private void remove(DurableBackend backend, Rule rule) {
        Instant before = Instant.now().minusSeconds(rule.afterSeconds());
        Document expired = new Document("q", new Document(rule.field(), new Document("$lt", before))).append("limit", 0);
        Document delete = new Document("delete", rule.collection()).append("deletes", List.of(expired));
        backend.handleCommand(nobody, rule.database(), "delete", delete);
    }
}
