package org.hms.registry.facility.store.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.hms.registry.territory.GeoPoint;

/** What a segment of the index says of its places; they are asked about in order. */
final class LeafPlaces {

    private static final BytesRef NO_NAME = new BytesRef();

    private final SortedDocValues ids;
    private final BinaryDocValues folded;
    private final NumericDocValues latitudes;
    private final NumericDocValues longitudes;

    LeafPlaces(LeafReader leaf) throws IOException {
        this.ids = DocValues.getSorted(leaf, PlaceDocument.ID);
        this.folded = DocValues.getBinary(leaf, PlaceDocument.FOLDED);
        this.latitudes = DocValues.getNumeric(leaf, PlaceDocument.LATITUDE);
        this.longitudes = DocValues.getNumeric(leaf, PlaceDocument.LONGITUDE);
    }

    String id(int document) throws IOException {
        if (!ids.advanceExact(document)) {
            throw new IOException("A place without an id is in the index");
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    BytesRef names(int document) throws IOException {
        return folded.advanceExact(document) ? folded.binaryValue() : NO_NAME;
    }

    /** How far it is from a point; infinitely where nobody knows where it is. */
    double metres(int document, GeoPoint from) throws IOException {
        if (!latitudes.advanceExact(document) || !longitudes.advanceExact(document)) {
            return Double.POSITIVE_INFINITY;
        }
        return new GeoPoint(
                        Double.longBitsToDouble(latitudes.longValue()), Double.longBitsToDouble(longitudes.longValue()))
                .metresTo(from);
    }
}
