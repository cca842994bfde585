package org.hms.registry.facility.store.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.HasId;
import org.hms.registry.territory.EntryCondition.HasIdentifier;
import org.hms.registry.territory.EntryCondition.IsActive;
import org.hms.registry.territory.EntryCondition.IsNamed;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.EntryCondition.TimeWindow;
import org.hms.registry.territory.EntryCondition.WasUpdated;
import org.hms.registry.territory.NameFolding;

/** Conditions on places as questions to the index. */
final class IndexedConditions {

    /** So many parents are asked about one by one. */
    private static final int PARENTS = 1_000;

    private final IndexSearcher searcher;
    private final Wanted wanted = new Wanted();

    private IndexedConditions(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** What is asked is better answered by the database. */
    static final class NotIndexed extends Exception {
        private static final long serialVersionUID = 1;

        NotIndexed() {
            super("This is not in the index", null, false, false);
        }
    }

    /** All but being near, which gives an order too. */
    static Wanted of(Collection<PlaceCondition> conditions, IndexSearcher searcher) throws IOException, NotIndexed {
        var all = new IndexedConditions(searcher);
        for (var condition : conditions) {
            all.require(condition);
        }
        return all.wanted;
    }

    private void require(PlaceCondition condition) throws IOException, NotIndexed {
        switch (condition) {
            case PlaceCondition.Entry(var entry) -> require(entry);
            case PlaceCondition.IsLocated() -> wanted.require(flag(PlaceDocument.LOCATED, true));
            case PlaceCondition.IsFacility() -> wanted.require(flag(PlaceDocument.FACILITY, true));
            case PlaceCondition.HasType(var types) -> wanted.require(tokens(PlaceDocument.TYPE, types));
            case PlaceCondition.HasStatus(var statuses) -> wanted.require(oneOf(PlaceDocument.STATUS, statuses));
            case PlaceCondition.LiesIn(var places) -> wanted.require(oneOf(PlaceDocument.LIES_IN, places));
            case PlaceCondition.IsManagedBy(var places) -> wanted.require(oneOf(PlaceDocument.MANAGED_BY, places));
            case PlaceCondition.HasParent(var tree, var parent) -> wanted.require(childOf(tree, parent));
            case PlaceCondition.IsNear _ -> {
                // Asked by whoever sorts by it.
            }
            case PlaceCondition.LayIn _, PlaceCondition.HasParentBelow _, PlaceCondition.HasParentAbove _ ->
                throw new NotIndexed();
        }
    }

    private void require(EntryCondition condition) throws NotIndexed {
        switch (condition) {
            case HasId(var ids) -> wanted.require(oneOf(PlaceDocument.ID, ids));
            case HasIdentifier(var tokens) -> wanted.require(tokens(PlaceDocument.IDENTIFIER, tokens));
            case IsNamed named -> require(named);
            case WasUpdated(var windows) -> wanted.require(anyOf(windows, IndexedConditions::updated));
            case IsActive(var values) -> wanted.require(anyOf(values, value -> flag(PlaceDocument.ACTIVE, value)));
        }
    }

    private void require(IsNamed named) throws NotIndexed {
        if (named.part() != null) {
            throw new NotIndexed();
        }
        if (named.match() == Match.EXACT) {
            wanted.require(oneOf(PlaceDocument.NAME, named.anyOf()));
            return;
        }
        var texts = named.anyOf().stream()
                .flatMap(text -> sought(named.match(), text))
                .toList();
        wanted.require(anyOf(texts, IndexedConditions::grams)).require(bearing(texts));
    }

    /** What the joined names contain; of nothing but signs there is nothing to look for. */
    private static Stream<String> sought(Match match, String text) {
        var folded = NameFolding.fold(text);
        return folded.isEmpty() ? Stream.empty() : Stream.of(match == Match.CONTAINS ? folded : Grams.BEGIN + folded);
    }

    private static Query grams(String text) {
        var all = new BooleanQuery.Builder();
        Grams.required(text).forEach(gram -> all.add(new TermQuery(new Term(PlaceDocument.GRAM, gram)), Occur.FILTER));
        return all.build();
    }

    private static Wanted.Check bearing(List<String> texts) {
        var sought = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
        return (places, document) -> {
            var names = places.names(document);
            for (var text : sought) {
                if (contains(names, text)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean contains(BytesRef names, byte[] text) {
        int last = names.offset + names.length - text.length;
        for (int at = names.offset; at <= last; at++) {
            int same = 0;
            while (same < text.length && names.bytes[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return true;
            }
        }
        return false;
    }

    private static Query updated(TimeWindow window) {
        var from = window.from();
        var until = window.until();
        var within = LongPoint.newRangeQuery(
                PlaceDocument.AT,
                from == null ? Long.MIN_VALUE : PlaceDocument.micros(from),
                until == null ? Long.MAX_VALUE : PlaceDocument.micros(until) - 1);
        if (!window.outside()) {
            return within;
        }
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(within, Occur.MUST_NOT)
                .build();
    }

    /** Few places are parents, so they are found first. */
    private Query childOf(Tree tree, PlaceCondition parent) throws IOException, NotIndexed {
        var parents = new ArrayList<String>();
        of(List.of(parent), searcher).each(searcher, (places, document) -> {
            parents.add(places.id(document));
            return parents.size() <= PARENTS;
        });
        if (parents.size() > PARENTS) {
            throw new NotIndexed();
        }
        return oneOf(tree == Tree.TERRITORY ? PlaceDocument.LIES_IN : PlaceDocument.MANAGED_BY, parents);
    }

    private static Query tokens(String field, Collection<EntryCondition.Wanted> tokens) throws NotIndexed {
        return oneOf(
                field,
                tokens.stream()
                        .filter(token ->
                                token.system() != null || !token.value().isEmpty())
                        .map(token -> PlaceDocument.token(token.system(), token.value()))
                        .toList());
    }

    private static Query flag(String field, boolean value) {
        return new TermQuery(new Term(field, Boolean.toString(value)));
    }

    private static Query oneOf(String field, Collection<String> values) throws NotIndexed {
        if (values.stream().anyMatch(value -> value.length() > PlaceDocument.LONGEST)) {
            throw new NotIndexed();
        }
        return values.size() == 1
                ? new TermQuery(new Term(field, values.iterator().next()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static <A> Query anyOf(Collection<A> alternatives, Function<A, Query> toQuery) {
        if (alternatives.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        var any = new BooleanQuery.Builder();
        alternatives.forEach(alternative -> any.add(toQuery.apply(alternative), Occur.SHOULD));
        return any.build();
    }
}
