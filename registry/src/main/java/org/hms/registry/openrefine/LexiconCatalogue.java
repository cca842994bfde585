package org.hms.registry.openrefine;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.search.MatchKind;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The concepts of the lexicon, found by the search that knows Guaraní, Jopara and Spanish. */
final class LexiconCatalogue implements EntityCatalogue {

    private static final Presentation PRESENTATION = new Presentation(
            "Léxico guaraní de la salud", SystemUri.LEXICON + "#", "http://www.w3.org/2004/02/skos/core#Concept");
    private static final EntityType CONCEPT = EntityType.of("concept", "Concepto");
    private static final String LANGUAGE = "language";

    /** The word itself, or a form of it. */
    private static final Set<MatchKind> SAME = EnumSet.of(MatchKind.EXACT, MatchKind.INFLECTED, MatchKind.COMPOUND);

    private final TerminologyService terminology;

    LexiconCatalogue(TerminologyService terminology) {
        this.terminology = terminology;
    }

    @Override
    public Presentation presentation() {
        return PRESENTATION;
    }

    @Override
    public List<EntityType> types() {
        return List.of(CONCEPT);
    }

    @Override
    public List<EntityProperty> properties() {
        return List.of(
                new EntityProperty(LANGUAGE, "Lengua", "Etiqueta BCP 47 de la lengua de la palabra", true),
                new EntityProperty("category", "Categoría", "Qué clase de concepto es", true),
                new EntityProperty("definition", "Definición", "En castellano", false),
                new EntityProperty("label", "Palabras", "Todas, en todas las lenguas", false),
                new EntityProperty("icd-10", "CIE-10", "Código y relación", false),
                new EntityProperty("icd-11", "CIE-11", "Código y relación", false),
                new EntityProperty("snomed", "SNOMED CT", "Código y relación", false));
    }

    @Override
    public List<Candidate> find(EntityQuery query) {
        var text = query.textOrEmpty();
        var named = terminology.findConcept(text);
        if (named.isPresent()) {
            return List.of(Candidate.named(entity(named.get())));
        }
        var hits = search(text, query.first(LANGUAGE), query.first("category"), Math.max(2, query.limit()));
        return hits.stream()
                .limit(query.limit())
                .flatMap(hit -> terminology
                        .findConcept(hit.conceptId())
                        .map(concept -> new Candidate(
                                entity(concept), percent(hit), isSame(hit, hits), Map.of("search", hit.score())))
                        .stream())
                .toList();
    }

    private List<TermHit> search(String text, @Nullable String language, @Nullable String category, int count) {
        return text.isEmpty()
                ? List.of()
                : terminology.search(
                        new TermQuery(text, language, null, category, Math.min(count, TermQuery.MAX_COUNT)));
    }

    static double percent(TermHit hit) {
        return 100 * Math.clamp(hit.score(), 0, 1);
    }

    /** The best hit, by the word itself, of which nothing else is said and which no other concept equals. */
    static boolean isSame(TermHit hit, List<TermHit> all) {
        var matched = hit.matched();
        return hit.equals(all.getFirst())
                && SAME.contains(matched.kind())
                && !matched.ambiguous()
                && !matched.negated()
                && (all.size() == 1 || all.get(1).score() < hit.score());
    }

    @Override
    public List<Entity> suggest(String prefix, int skip, int limit) {
        var named = terminology.findConcept(prefix.strip()).stream();
        var hits = search(prefix.strip(), null, null, skip + limit).stream()
                .flatMap(hit -> terminology.findConcept(hit.conceptId()).stream());
        return Stream.concat(named, hits)
                .distinct()
                .skip(skip)
                .limit(limit)
                .map(LexiconCatalogue::entity)
                .toList();
    }

    @Override
    public Map<String, Entity> get(Collection<String> ids) {
        var found = new LinkedHashMap<String, Entity>();
        for (var id : ids) {
            terminology.findConcept(id).ifPresent(concept -> found.put(id, entity(concept)));
        }
        return found;
    }

    private static Entity entity(Concept concept) {
        var values = new LinkedHashMap<String, List<PropertyValue>>();
        values.put(LANGUAGE, PropertyValue.ofText(concept.preferred().language()));
        values.put("category", PropertyValue.ofText(concept.category()));
        values.put("definition", PropertyValue.ofText(concept.definition()));
        values.put(
                "label",
                PropertyValue.ofTexts(concept.designations().stream()
                        .map(designation -> designation.text() + " (" + designation.language() + ")")
                        .toList()));
        for (var system : MappedSystem.values()) {
            values.put(
                    system.shortName(),
                    PropertyValue.ofTexts(concept.mappings().stream()
                            .filter(mapping -> mapping.target().system().equals(system.url()))
                            .map(LexiconCatalogue::written)
                            .toList()));
        }
        return new Entity(concept.id(), concept.preferred().text(), concept.definition(), List.of(CONCEPT), values);
    }

    /** A relation is never left out: a broader code is not the concept. */
    private static String written(ConceptMapping mapping) {
        return mapping.target().code() + " (" + mapping.relation().skosName() + ")";
    }
}
