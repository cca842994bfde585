package org.hms.registry.openrefine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.registry.territory.NameFolding;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The codes of a classification or terminology: found by their own texts where these were imported, and by the words of the
 * lexicon that are mapped to them.
 */
final class CodeSystemCatalogue implements EntityCatalogue {

    private static final EntityType CODE = EntityType.of("code", "Código");

    /** A text that shares all its words with another but not their order is nearly the same. */
    private static final double MOST_OF_WORDS = 95;

    private static final int WIDELY = 100;

    private final TerminologyService terminology;
    private final String url;
    private final String title;

    CodeSystemCatalogue(TerminologyService terminology, String url, String title) {
        this.terminology = terminology;
        this.url = url;
        this.title = title;
    }

    @Override
    public Presentation presentation() {
        return new Presentation(title, url + "#", "http://www.w3.org/2004/02/skos/core#Concept");
    }

    @Override
    public List<EntityType> types() {
        return List.of(CODE);
    }

    @Override
    public List<EntityProperty> properties() {
        return List.of(
                new EntityProperty("display", "Texto", "El texto preferido del código", false),
                new EntityProperty("label", "Textos", "Todos los textos del código", false),
                new EntityProperty("parent", "Código superior", "De qué código es parte", false),
                new EntityProperty("version", "Versión", "La versión del sistema", false));
    }

    @Override
    public List<Candidate> find(EntityQuery query) {
        var text = query.textOrEmpty();
        if (text.isEmpty()) {
            return List.of();
        }
        var named = lookup(text);
        if (named.isPresent()) {
            return List.of(Candidate.named(entity(named.get())));
        }
        var best = new LinkedHashMap<String, Candidate>();
        Stream.concat(byTexts(text), byLexicon(text))
                .forEach(candidate -> best.merge(
                        candidate.entity().id(),
                        candidate,
                        (one, other) -> one.score() >= other.score() ? one : other));
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                        .thenComparing(candidate -> candidate.entity().id()))
                .limit(query.limit())
                .toList();
    }

    private Stream<Candidate> byTexts(String text) {
        var lookups = lookups(text, WIDELY);
        var folded = NameFolding.fold(text);
        long same = lookups.stream().filter(code -> isText(code, folded)).count();
        return lookups.stream().map(code -> {
            boolean equal = isText(code, folded);
            double score = equal ? 100 : MOST_OF_WORDS * likeness(folded, code);
            return new Candidate(entity(code), score, equal && same == 1, Map.of("text", score));
        });
    }

    /** A code with all that is shown of it, as the version says that answers where none is named. */
    private record Code(
            String code,
            String display,
            List<String> texts,
            @Nullable String parent,
            @Nullable String version) {

        static Code of(CodeSystemContent content, int ordinal) {
            var display = content.display(ordinal);
            var texts = Stream.concat(
                            Stream.of(display),
                            content.designations(ordinal).stream().map(ContentDesignation::text))
                    .distinct()
                    .toList();
            var parents = content.parents(ordinal);
            return new Code(
                    content.code(ordinal),
                    display,
                    texts,
                    parents.length == 0 ? null : content.code(parents[0]),
                    content.header().version());
        }
    }

    private Optional<Code> lookup(String code) {
        return terminology.current(url).flatMap(content -> {
            int ordinal = content.find(code);
            return ordinal < 0 ? Optional.empty() : Optional.of(Code.of(content, ordinal));
        });
    }

    private List<Code> lookups(String text, int count) {
        return terminology.current(url).stream()
                .flatMap(content -> Arrays.stream(content.search(text, RoaringBitmap.bitmapOfRange(0, content.size())))
                        .filter(ordinal -> !content.isAbstract(ordinal))
                        .limit(count)
                        .mapToObj(ordinal -> Code.of(content, ordinal)))
                .toList();
    }

    private static boolean isText(Code code, String folded) {
        return code.texts().stream().map(NameFolding::fold).anyMatch(folded::equals);
    }

    /** The share of words in common of the text that comes nearest. */
    private static double likeness(String folded, Code code) {
        var words = words(folded);
        return code.texts().stream()
                .map(text -> words(NameFolding.fold(text)))
                .mapToDouble(others -> {
                    var common = new HashSet<>(words);
                    common.retainAll(others);
                    return (double) common.size() / (words.size() + others.size() - common.size());
                })
                .max()
                .orElse(0);
    }

    private static Collection<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(" ", -1)));
    }

    /** A folk illness is never coded from its name, and a code that is broader or narrower is for a person to take. */
    private Stream<Candidate> byLexicon(String text) {
        var hits = terminology.search(TermQuery.of(text, WIDELY).towards(url));
        return hits.stream()
                .flatMap(hit -> hit.mappings().stream()
                        .filter(mapping ->
                                mapping.target().system().equals(url) && mapping.relation() != MappingRelation.NO_MATCH)
                        .map(mapping -> {
                            boolean same = mapping.relation() == MappingRelation.EXACT
                                    && !hit.referOrConfirm()
                                    && LexiconCatalogue.isSame(hit, hits);
                            return new Candidate(
                                    entity(mapping.target(), hit),
                                    LexiconCatalogue.percent(hit),
                                    same,
                                    Map.of(
                                            "search",
                                            hit.score(),
                                            "exact",
                                            mapping.relation() == MappingRelation.EXACT ? 1.0 : 0));
                        }));
    }

    /** With the code's own texts where they are at hand, else with the words by which it was found. */
    private Entity entity(Coding coding, TermHit hit) {
        return lookup(coding.code()).map(CodeSystemCatalogue::entity).orElseGet(() -> {
            var name = coding.display() == null ? hit.preferredTerm() : coding.display();
            return new Entity(coding.code(), name, coding.code() + " · " + title, List.of(CODE), Map.of());
        });
    }

    private static Entity entity(Code code) {
        var values = new LinkedHashMap<String, List<PropertyValue>>();
        values.put("display", PropertyValue.ofText(code.display()));
        values.put("label", PropertyValue.ofTexts(code.texts()));
        values.put("parent", PropertyValue.ofText(code.parent()));
        values.put("version", PropertyValue.ofText(code.version()));
        return new Entity(code.code(), code.display(), code.code(), List.of(CODE), values);
    }

    @Override
    public List<Entity> suggest(String prefix, int skip, int limit) {
        var code = lookup(prefix.strip()).stream();
        var texts = prefix.isBlank() ? Stream.<Code>empty() : lookups(prefix.strip(), skip + limit).stream();
        return Stream.concat(code, texts)
                .map(CodeSystemCatalogue::entity)
                .distinct()
                .skip(skip)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<String, Entity> get(Collection<String> ids) {
        var found = new LinkedHashMap<String, Entity>();
        for (var id : ids) {
            lookup(id).ifPresent(code -> found.put(id, entity(code)));
        }
        return found;
    }
}
