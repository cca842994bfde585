package org.hms.registry.privacy.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hms.registry.privacy.Rectification;
import org.hms.registry.privacy.Rectification.Closing;
import org.hms.registry.privacy.RectificationStore;
import org.hms.registry.web.Page;
import org.jspecify.annotations.Nullable;

/** A request as the API shows one; what was said is shown only when one request is read. */
public record RectificationView(
        long id,
        String eid,
        String field,
        String recordId,
        String source,
        String state,
        Instant openedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable String wrong,
        @Nullable String evidence,
        @Nullable Answered answered) {

    /** With what reason it was closed, by whom and when. */
    public record Answered(String reason, String by, Instant at) {
        static @Nullable Answered of(@Nullable Closing closing) {
            return closing == null ? null : new Answered(closing.reason(), closing.by(), closing.at());
        }
    }

    /** A page of requests, without what was said. */
    public record RectificationPage(long total, int limit, int offset, List<RectificationView> requests) {
        public RectificationPage {
            requests = List.copyOf(requests);
        }

        static RectificationPage of(RectificationStore.Part part, Page page, Instant now) {
            return new RectificationPage(
                    part.total(),
                    page.limit(),
                    page.offset(),
                    part.items().stream().map(one -> brief(one, now)).toList());
        }
    }

    static RectificationView whole(Rectification request, Instant now) {
        var said = request.statement();
        return of(request, now, said.wrong(), said.evidence());
    }

    private static RectificationView brief(Rectification request, Instant now) {
        return of(request, now, null, null);
    }

    private static RectificationView of(
            Rectification request, Instant now, @Nullable String wrong, @Nullable String evidence) {
        return new RectificationView(
                request.id(),
                request.eid(),
                request.statement().field(),
                request.route().recordId(),
                request.route().source(),
                request.state().name().toLowerCase(Locale.ROOT),
                request.opening().at(),
                request.opening().dueAt(),
                request.overdueAt(now),
                wrong,
                evidence,
                Answered.of(request.closing()));
    }
}
