package org.hms.registry.facility.store.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.hms.registry.facility.Place;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.NameFolding;
import org.jspecify.annotations.Nullable;

/** A place as a document of the index: what it is found by, and nothing that is shown. */
final class PlaceDocument {

    /** Goes up whenever documents are made otherwise: an index of another form is built anew. */
    static final String FORM = "1";

    static final String ID = "id";
    static final String FACILITY = "facility";
    static final String LOCATED = "located";
    static final String ACTIVE = "active";
    static final String STATUS = "status";
    static final String TYPE = "type";
    static final String IDENTIFIER = "identifier";
    static final String LIES_IN = "lies_in";
    static final String MANAGED_BY = "managed_by";
    static final String AT = "at";
    static final String NAME = "name";
    static final String FOLDED = "folded";
    static final String GRAM = "gram";
    static final String POINT = "point";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    /** Lucene takes no term of more than 32,766 bytes. */
    static final int LONGEST = 8_000;

    /** Nor a value of more; what follows in names as long as that is not found. */
    private static final int LONGEST_NAMES = 30_000;

    private final Document document = new Document();

    private PlaceDocument() {}

    static Document of(Place place) {
        var made = new PlaceDocument();
        made.document.add(new SortedDocValuesField(ID, new BytesRef(place.id())));
        made.term(ID, place.id());
        made.term(FACILITY, Boolean.toString(place instanceof Place.Site));
        made.term(LOCATED, Boolean.toString(place.located()));
        made.term(ACTIVE, Boolean.toString(place.entry().active()));
        made.term(STATUS, status(place));
        place.types().forEach(type -> made.token(TYPE, type.system(), type.code()));
        place.entry().identifiers().forEach(known -> made.token(IDENTIFIER, known.system(), known.value()));
        made.termIfAny(LIES_IN, place.liesIn());
        made.termIfAny(MANAGED_BY, place.managedBy());
        made.document.add(new LongPoint(AT, micros(place.at())));
        made.names(place.entry().names());
        made.position(place);
        return made.document;
    }

    /** The terms of a token: value in system, value in any system, and all of a system. */
    static String token(@Nullable String system, String value) {
        return system == null ? "v" + value : value.isEmpty() ? "s" + system : "t" + system + "\n" + value;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static String status(Place place) {
        return switch (place) {
            case Place.Area(var published) -> published.content().active() ? "active" : "inactive";
            case Place.Site(var published) ->
                published.content().service().status().code();
        };
    }

    private void token(String field, String system, String value) {
        term(field, token(system, value));
        term(field, token(null, value));
        term(field, token(system, ""));
    }

    private void names(List<DirectoryName> names) {
        names.forEach(name -> term(NAME, name.text()));
        var folded = names.stream().map(name -> NameFolding.fold(name.text())).toList();
        Grams.ofAll(folded).forEach(gram -> term(GRAM, gram));
        var joined = Grams.joined(folded).getBytes(StandardCharsets.UTF_8);
        document.add(new BinaryDocValuesField(FOLDED, new BytesRef(joined, 0, Math.min(joined.length, LONGEST_NAMES))));
    }

    /** The index keeps points to a centimetre; what is told and decided by is kept whole. */
    private void position(Place place) {
        var point = place.position();
        if (point != null) {
            document.add(new LatLonPoint(POINT, point.latitude(), point.longitude()));
            document.add(new NumericDocValuesField(LATITUDE, Double.doubleToRawLongBits(point.latitude())));
            document.add(new NumericDocValuesField(LONGITUDE, Double.doubleToRawLongBits(point.longitude())));
        }
    }

    private void termIfAny(String field, @Nullable String text) {
        if (text != null) {
            term(field, text);
        }
    }

    private void term(String field, String text) {
        if (text.length() <= LONGEST) {
            document.add(new StringField(field, text, Field.Store.NO));
        }
    }
}
