package org.hms.terminology.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A code system that says what another one says, but for what its heirs say otherwise. */
public abstract class ForwardingContent implements CodeSystemContent {
    private final CodeSystemContent base;

    protected ForwardingContent(CodeSystemContent base) {
        this.base = base;
    }

    protected final CodeSystemContent base() {
        return base;
    }

    @Override
    public ContentHeader header() {
        return base.header();
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public int find(String code) {
        return base.find(code);
    }

    @Override
    public String code(int ordinal) {
        return base.code(ordinal);
    }

    @Override
    public String display(int ordinal) {
        return base.display(ordinal);
    }

    @Override
    public boolean hasDisplay(int ordinal) {
        return base.hasDisplay(ordinal);
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return base.definition(ordinal);
    }

    @Override
    public List<ContentDesignation> designations(int ordinal) {
        return base.designations(ordinal);
    }

    @Override
    public List<ContentDesignation> inactiveDesignations(int ordinal) {
        return base.inactiveDesignations(ordinal);
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        return base.properties(ordinal);
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return base.propertyDefinitions();
    }

    @Override
    public @Nullable String propertyDisplay(String property) {
        return base.propertyDisplay(property);
    }

    @Override
    public List<ContentExtension> extensions(int ordinal) {
        return base.extensions(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return base.status(ordinal);
    }

    @Override
    public boolean isInactive(int ordinal) {
        return base.isInactive(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return base.isAbstract(ordinal);
    }

    @Override
    public boolean isDeprecated(int ordinal) {
        return base.isDeprecated(ordinal);
    }

    @Override
    public boolean isVersionNeeded() {
        return base.isVersionNeeded();
    }

    @Override
    public boolean hasHierarchy() {
        return base.hasHierarchy();
    }

    @Override
    public boolean hasManyParents() {
        return base.hasManyParents();
    }

    @Override
    public int[] parents(int ordinal) {
        return base.parents(ordinal);
    }

    @Override
    public int[] children(int ordinal) {
        return base.children(ordinal);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return base.subsumes(ancestor, descendant);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return base.descendants(ordinal);
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        return base.ancestors(ordinal);
    }

    @Override
    public Optional<RoaringBitmap> filter(String property, String operator, String value) {
        return base.filter(property, operator, value);
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        return base.search(text, among);
    }

    @Override
    public boolean isCompositional() {
        return base.isCompositional();
    }

    @Override
    public Optional<ContentExpression> expression(String code) {
        return base.expression(code);
    }

    @Override
    public Optional<String> expressionFault(String code) {
        return base.expressionFault(code);
    }

    @Override
    public Optional<String> incompleteness(int ordinal) {
        return base.incompleteness(ordinal);
    }

    @Override
    public PublicationState state() {
        return base.state();
    }

    @Override
    public List<Supplement> supplements() {
        return base.supplements();
    }
}
