package org.hms.registry.facility.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.PlaceSearch.Hit;
import org.hms.registry.facility.PlaceSearch.Hits;
import org.hms.registry.facility.store.index.IndexedConditions.NotIndexed;
import org.jspecify.annotations.Nullable;

/** One search in the index: the page that is wanted, and how many there are as far as it takes no time to count. */
final class IndexSearch {

    /** As many are counted when nobody wants to know exactly. */
    static final int COUNTED = 10_000;

    /** Where more may lie within the circle, the nearest are looked for in smaller ones first. */
    private static final int MANY = 4_000;

    private static final double FIRST_METRES = 500;

    /** More than the index's points are off, and its idea of the earth's radius. */
    private static final double SLACK_METRES = 1;

    private static final Comparator<Hit> NEAREST_FIRST =
            Comparator.comparingDouble(IndexSearch::metres).thenComparing(Hit::id);

    private final IndexSearcher searcher;
    private final PlaceQuery query;
    private final Wanted wanted;

    private IndexSearch(IndexSearcher searcher, PlaceQuery query) throws IOException, NotIndexed {
        this.searcher = searcher;
        this.query = query;
        this.wanted = IndexedConditions.of(query.conditions(), searcher);
    }

    static Hits find(PlaceQuery query, IndexSearcher searcher) throws IOException, NotIndexed {
        var search = new IndexSearch(searcher, query);
        var circle = query.circle();
        return circle.isPresent() ? search.nearest(circle.get()) : search.inOrder();
    }

    private boolean exactly() {
        return query.exactTotal() || query.limit() == 0;
    }

    /** One more than the page: whether there are more is known without counting them. */
    private int needed() {
        return query.limit() == 0 ? 0 : Math.clamp((long) query.offset() + query.limit() + 1, 0, Integer.MAX_VALUE);
    }

    private Hits inOrder() throws IOException {
        int most = exactly() ? Integer.MAX_VALUE : COUNTED;
        var first = new FirstOfEach(needed(), most);
        wanted.each(searcher, first);
        first.hits.sort(Comparator.comparing(Hit::id));
        return page(first.hits, first.count > most ? null : Math.toIntExact(first.count));
    }

    /** Segments are in order, all of them together are not: from each come as many as are needed. */
    private static final class FirstOfEach implements Wanted.Visitor {
        private final int needed;
        private final int most;
        private final List<Hit> hits = new ArrayList<>();
        private long count;
        private @Nullable LeafPlaces leaf;
        private int ofLeaf;

        FirstOfEach(int needed, int most) {
            this.needed = needed;
            this.most = most;
        }

        @Override
        public boolean visit(LeafPlaces places, int document) throws IOException {
            if (places != leaf) {
                leaf = places;
                ofLeaf = 0;
            }
            count++;
            if (ofLeaf < needed) {
                ofLeaf++;
                hits.add(new Hit(places.id(document), null));
            }
            return ofLeaf < needed || count <= most;
        }
    }

    private Hits nearest(Circle circle) throws IOException {
        double whole = circle.radiusMetres();
        double metres =
                exactly() || within(circle, whole).atMost(searcher) <= MANY ? whole : Math.min(FIRST_METRES, whole);
        while (true) {
            var nearest = new Nearest(circle, needed());
            within(circle, metres).each(searcher, nearest);
            if (metres >= whole || nearest.count >= needed()) {
                return page(nearest.inOrder(), metres >= whole ? Math.toIntExact(nearest.count) : null);
            }
            metres = Math.min(2 * metres, whole);
        }
    }

    /** Of all in a box around the circle, to which the index answers soonest, those within it. */
    private Wanted within(Circle circle, double metres) {
        var centre = circle.centre();
        var box = Rectangle.fromPointDistance(centre.latitude(), centre.longitude(), metres + SLACK_METRES);
        var around = new IndexOrDocValuesQuery(
                LatLonPoint.newBoxQuery(PlaceDocument.POINT, box.minLat, box.maxLat, box.minLon, box.maxLon),
                new FieldExistsQuery(PlaceDocument.LATITUDE));
        return wanted.and(around, (places, document) -> places.metres(document, centre) <= metres);
    }

    /** Keeps the nearest of all that it is shown. */
    private static final class Nearest implements Wanted.Visitor {
        private final Circle circle;
        private final int needed;
        private final PriorityQueue<Hit> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
        private long count;

        Nearest(Circle circle, int needed) {
            this.circle = circle;
            this.needed = needed;
        }

        @Override
        public boolean visit(LeafPlaces places, int document) throws IOException {
            count++;
            double metres = places.metres(document, circle.centre());
            var farthest = farthestFirst.peek();
            if (needed > 0 && (farthestFirst.size() < needed || farthest == null || metres <= metres(farthest))) {
                farthestFirst.add(new Hit(places.id(document), metres));
                if (farthestFirst.size() > needed) {
                    farthestFirst.poll();
                }
            }
            return true;
        }

        List<Hit> inOrder() {
            return farthestFirst.stream().sorted(NEAREST_FIRST).toList();
        }
    }

    private static double metres(Hit hit) {
        return Objects.requireNonNull(hit.metres());
    }

    private Hits page(List<Hit> inOrder, @Nullable Integer total) {
        int from = Math.min(query.offset(), inOrder.size());
        int to = (int) Math.min((long) from + query.limit(), inOrder.size());
        return new Hits(total, inOrder.size() > to && query.limit() > 0, inOrder.subList(from, to));
    }
}
