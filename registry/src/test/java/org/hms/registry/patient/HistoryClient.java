package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;
import org.hms.registry.Foundation;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.HistoryOperation.Call;
import org.hms.registry.patient.HistoryOperation.Done;
import org.hms.registry.patient.HistoryOperation.Feed;
import org.hms.registry.patient.HistoryOperation.Refused;
import org.hms.registry.patient.HistoryOperation.Reply;
import org.hms.registry.patient.HistoryOperation.State;
import org.hms.registry.patient.HistoryOperation.Stored;
import org.hms.registry.patient.HistoryOperation.Withdraw;

/** One of several clients who feed, correct, link, part and withdraw without asking each other; it writes down all it was told. */
final class HistoryClient {

    /** What all clients know: who was last told to be whom, and which acts may be withdrawn. */
    record World(
            Foundation foundation,
            List<IncomingRecord> records,
            Map<String, String> persons,
            Map<String, Integer> versions,
            ConcurrentLinkedQueue<Long> acts) {
        World(Foundation foundation, List<IncomingRecord> records) {
            this(
                    foundation,
                    records,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentLinkedQueue<>());
        }
    }

    /** Records that may come to say what another one says lie this near to each other. */
    private static final int REACH = 6;

    /** As many acts count at a time; all would hang together if they were many more. */
    private static final int RECORDS_TO_ONE_ACT = 12;

    private static final Caller STEWARD = new Caller("history", Role.STEWARD);

    private final World world;
    private final int number;
    private final Random random;
    private final List<HistoryOperation> history = new ArrayList<>();

    HistoryClient(World world, int number, long seed) {
        this.world = world;
        this.number = number;
        this.random = new Random(seed + number);
    }

    List<HistoryOperation> run(int operations) {
        for (int i = 0; i < operations; i++) {
            if (random.nextInt(8) > 0) {
                feed(i);
            } else if (world.acts().size() * RECORDS_TO_ONE_ACT
                    > world.records().size()) {
                withdraw();
            } else {
                act();
            }
        }
        return history;
    }

    private void feed(int step) {
        int at = random.nextInt(world.records().size());
        var own = world.records().get(at);
        int other = Math.floorMod(
                at + random.nextInt(2 * REACH) - REACH, world.records().size());
        var said = world.records().get(random.nextInt(3) == 0 ? other : at).demographics();
        var id = world.foundation().feed().recordIdOf(own.key());
        var content = random.nextInt(12) == 0 ? "again " + random.nextInt(2) : number + "/" + step;
        var known = world.versions().get(id);
        boolean careful = known != null && random.nextInt(3) == 0;
        var sent = new IncomingRecord(own.caller(), own.source(), own.key(), random.nextInt(25) > 0, said, content);
        var expected = careful ? known : null;
        ask(
                new Feed(id, content, expected),
                () -> stored(expected == null ? sent : sent.with(new Precondition.InVersion(Set.of(expected)))));
    }

    private Reply stored(IncomingRecord sent) {
        var outcome = world.foundation().feed().accept(sent);
        world.persons().put(outcome.recordId(), outcome.eid());
        world.versions().merge(outcome.recordId(), outcome.version(), Math::max);
        return new Stored(outcome.version(), outcome.eid(), !(outcome instanceof FeedOutcome.Unchanged));
    }

    private void act() {
        int at = random.nextInt(world.records().size());
        var some = idAt(at);
        var other = idAt(
                Math.floorMod(at + 1 + random.nextInt(REACH), world.records().size()));
        var person = world.persons().getOrDefault(some, "nobody");
        var there = world.persons().getOrDefault(other, "nobody");
        Intent intent = switch (random.nextInt(7)) {
            case 0 -> new Intent.Same(some, other);
            case 1 -> new Intent.Different(some, other);
            case 2 -> new Intent.Merge(List.of(person, there));
            case 3 -> new Intent.Split(person, List.of(some));
            case 4 -> new Intent.Move(some, there);
            case 5 -> new Intent.Deceased(person, random.nextBoolean());
            default -> new Intent.Pin(person, GoldenField.SEX, null, female());
        };
        ask(new State(intent), () -> {
            var act = world.foundation().stewardship().state(STEWARD, intent, "history");
            world.acts().add(act.id());
            return new Done(act.id());
        });
    }

    private static Demographics female() {
        return new Demographics(List.of(), Sex.FEMALE, Birth.UNKNOWN, List.of(), null, List.of(), false);
    }

    private String idAt(int at) {
        return world.foundation().feed().recordIdOf(world.records().get(at).key());
    }

    private void withdraw() {
        var act = world.acts().poll();
        if (act != null) {
            ask(
                    new Withdraw(act),
                    () -> new Done(world.foundation()
                            .stewardship()
                            .withdraw(STEWARD, act, "history")
                            .id()));
        }
    }

    private interface Question {
        Reply answer();
    }

    private void ask(Call call, Question question) {
        long asked = System.nanoTime();
        Reply reply;
        try {
            reply = question.answer();
        } catch (FeedRefused e) {
            reply = new Refused(e.reason().name());
        } catch (ActRefused e) {
            reply = new Refused(e.fault().name());
        }
        history.add(new HistoryOperation(call, reply, asked, System.nanoTime()));
    }
}
