package org.hms.terminology.compile;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentHeader;
import org.roaringbitmap.RoaringBitmap;

/** A code system whose texts are labels as SKOS has them, whose concepts are all in use, and that keeps no filter of its own. */
public abstract class LabelledContent implements CodeSystemContent {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core";

    private final ContentHeader header;

    protected LabelledContent(ContentHeader header) {
        this.header = header;
    }

    /** All labels of a concept, hidden ones included. */
    protected abstract List<Designation> labels(int ordinal);

    protected abstract ConceptFilters filters();

    @Override
    public final ContentHeader header() {
        return header;
    }

    @Override
    public final List<ContentDesignation> designations(int ordinal) {
        return labels(ordinal).stream()
                .filter(label -> label.use() != DesignationUse.HIDDEN)
                .map(LabelledContent::toDesignation)
                .toList();
    }

    private static ContentDesignation toDesignation(Designation label) {
        var use = label.use() == DesignationUse.PREFERRED ? "prefLabel" : "altLabel";
        return new ContentDesignation(label.language(), SKOS, use, null, label.text());
    }

    @Override
    public final boolean isInactive(int ordinal) {
        return false;
    }

    @Override
    public final Optional<RoaringBitmap> filter(String property, String operator, String value) {
        return filters().select(property, operator, value);
    }
}
