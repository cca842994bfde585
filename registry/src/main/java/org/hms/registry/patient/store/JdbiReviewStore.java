package org.hms.registry.patient.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hms.registry.patient.ReviewStore;
import org.hms.registry.patient.ReviewTask;
import org.jdbi.v3.core.Jdbi;

/** The review queue in Postgres. */
public final class JdbiReviewStore implements ReviewStore {

    private static final int FETCH = 1_000;

    private final Jdbi jdbi;

    public JdbiReviewStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Page list(Wanted wanted, Instant now) {
        var state = wanted.state().name();
        return jdbi.withExtension(
                ReviewDao.class,
                dao -> new Page(
                        dao.count(state, wanted.asker(), wanted.district(), wanted.source(), now),
                        dao.list(
                                state,
                                wanted.asker(),
                                wanted.district(),
                                wanted.source(),
                                wanted.limit(),
                                wanted.offset(),
                                now)));
    }

    @Override
    public Optional<ReviewTask> find(long task, Instant now) {
        return jdbi.withExtension(ReviewDao.class, dao -> dao.find(task, now));
    }

    @Override
    public boolean claim(long task, String by, Instant at) {
        return jdbi.withExtension(ReviewDao.class, dao -> dao.claim(task, by, at)) == 1;
    }

    @Override
    public void release(long task) {
        jdbi.useExtension(ReviewDao.class, dao -> dao.release(task));
    }

    @Override
    public Optional<Given> answerTo(long task) {
        return jdbi.withExtension(ReviewDao.class, dao -> dao.findAnswer(task));
    }

    @Override
    public Optional<Long> proposalOn(long task) {
        return jdbi.withExtension(ReviewDao.class, dao -> dao.findProposal(task));
    }

    @Override
    public void answer(long task, Given given) {
        jdbi.useTransaction(transaction -> {
            var dao = transaction.attach(ReviewDao.class);
            dao.insertAnswer(task, given.answer(), given.by(), given.at(), given.reason());
            dao.close(task, given.at());
        });
    }

    @Override
    public void undo(long task, Given given, String by, Instant at) {
        jdbi.useTransaction(transaction -> {
            var dao = transaction.attach(ReviewDao.class);
            dao.undo(given.id(), by, at);
            dao.closeSecond(task, at);
            dao.reopen(task);
        });
    }

    @Override
    public void putAgain(long task, Instant at) {
        jdbi.useExtension(ReviewDao.class, dao -> dao.putAgain(task, at));
    }

    @Override
    public List<Twice> answeredTwice() {
        return jdbi.withExtension(ReviewDao.class, ReviewDao::listTwice);
    }

    @Override
    public void eachLabelled(Consumer<Labelled> consumer) {
        jdbi.useTransaction(handle -> {
            try (var rows = handle.attach(ReviewDao.class).streamLabelled(FETCH)) {
                rows.forEach(consumer);
            }
        });
    }
}
