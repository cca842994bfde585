package org.hms.terminology.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * One version of a code system, as value sets and operations ask it. A concept is an ordinal from 0 to {@code size() - 1}, in
 * the system's own order; sets of concepts are bitmaps of ordinals, never to be changed by the one who asked.
 */
public interface CodeSystemContent {

    ContentHeader header();

    int size();

    /** The ordinal of a code, or -1; whether case counts is the system's own rule. */
    int find(String code);

    String code(int ordinal);

    /** The preferred text in the system's own language, or the code itself where it has none. */
    String display(int ordinal);

    List<ContentDesignation> designations(int ordinal);

    List<ContentProperty> properties(int ordinal);

    boolean isInactive(int ordinal);

    /** Whether the concept groups others and may not be chosen itself. */
    boolean isAbstract(int ordinal);

    int[] parents(int ordinal);

    int[] children(int ordinal);

    boolean subsumes(int ancestor, int descendant);

    /** All concepts beneath, without the concept itself. */
    RoaringBitmap descendants(int ordinal);

    /** All concepts above, without the concept itself. */
    RoaringBitmap ancestors(int ordinal);

    /** The concepts a value set's filter selects; empty where the system knows no such property or operator. */
    Optional<RoaringBitmap> filter(String property, String operator, String value);

    /** The concepts one of whose texts has words that begin with each word of the text, best first. */
    int[] search(String text, RoaringBitmap among);

    /** Texts that were right once: who finds one is told what is right now. */
    default List<ContentDesignation> inactiveDesignations(int ordinal) {
        return List.of();
    }

    /** Whether codes may be put together of others by a grammar, so that nobody can list them all. */
    default boolean isCompositional() {
        return false;
    }

    /** The code as an expression, if the system has such and this is a right one; a plain code is none. */
    default Optional<ContentExpression> expression(String code) {
        return Optional.empty();
    }

    /** What is wrong with a code that is meant as an expression; empty where it is right, or is a plain code. */
    default Optional<String> expressionFault(String code) {
        return Optional.empty();
    }

    /** What a code says too little of to stand alone, though it may stand in an expression; empty for all others. */
    default Optional<String> incompleteness(int ordinal) {
        return Optional.empty();
    }

    /** The text of a property's own concept, where the properties of a system are concepts of it. */
    default @Nullable String propertyDisplay(String property) {
        return null;
    }

    /** How far this version is published. */
    default PublicationState state() {
        return PublicationState.ACTIVE;
    }

    /** The properties that are defined, besides those every code system has. */
    default List<PropertyDefinition> propertyDefinitions() {
        return List.of();
    }

    /** Whether the concept has a text of its own in the system's language, so that {@link #display} is not its code. */
    default boolean hasDisplay(int ordinal) {
        return true;
    }

    default @Nullable String definition(int ordinal) {
        return null;
    }

    default List<ContentExtension> extensions(int ordinal) {
        return List.of();
    }

    /** The concept's own word for its status, such as {@code retired}; null where it says none. */
    default @Nullable String status(int ordinal) {
        return isInactive(ordinal) ? "inactive" : null;
    }

    default boolean isDeprecated(int ordinal) {
        return false;
    }

    /** Whether concepts of this system mean something only together with its version. */
    default boolean isVersionNeeded() {
        return false;
    }

    /** Whether any concept stands under another. */
    default boolean hasHierarchy() {
        return true;
    }

    /** Whether a concept may stand under several others. */
    default boolean hasManyParents() {
        return false;
    }

    /** The supplements whose texts and properties are mixed in. */
    default List<Supplement> supplements() {
        return List.of();
    }
}
