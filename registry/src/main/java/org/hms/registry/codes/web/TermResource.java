package org.hms.registry.codes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.termwork.TermUse;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.translate.TranslateQuery;
import org.jspecify.annotations.Nullable;

/** What does this word mean? For every caller. */
@Path("/api/v1/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms")
public final class TermResource {
    private static final int MAX_TEXT = 2_000;
    private static final int DEFAULT_COUNT = 10;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9:/._#-]{1,100}");

    /** Asked for whatever the lexicon holds: the country's two official languages. */
    private static final Set<String> OFFICIAL = Set.of("gn", "es");

    private final TerminologyService terminology;
    private final TermUse use;

    public TermResource(TerminologyService terminology, TermUse use) {
        this.terminology = terminology;
        this.use = use;
    }

    /** The concepts that the words name, best first. */
    public record Terms(List<TermView> results) {
        public Terms {
            results = List.copyOf(results);
        }
    }

    @GET
    @Operation(
            summary = "The concepts that words in Guaraní, Jopara, Spanish or another language name, with their codes")
    public Terms search(
            @QueryParam("q") @Nullable String words,
            @QueryParam("language") @Nullable String language,
            @QueryParam("target") @Nullable String target,
            @QueryParam("count") @Nullable String count,
            @Context SecurityContext security) {
        if (words == null || words.isBlank() || words.length() > MAX_TEXT) {
            throw ProblemException.badParameter("q", "is needed, of at most " + MAX_TEXT + " characters");
        }
        var query = new TermQuery(words, language(language), target(target), null, count(count));
        var found = terminology.search(query);
        var isKnown = !found.isEmpty() && found.getFirst().isAnswer();
        use.asked(security.getUserPrincipal().getName(), words, query.language(), isKnown);
        return new Terms(found.stream().map(TermView::of).toList());
    }

    @GET
    @Path("{conceptId}")
    @Operation(summary = "A concept of the lexicon with its labels, its provenance and its codes")
    public ConceptView get(
            @PathParam("conceptId") String conceptId,
            @QueryParam("target") @Nullable String target,
            @Parameter(
                            description =
                                    "Where the patient lives, as INE's code: the look-up is counted for the early signal")
                    @QueryParam("district")
                    @Nullable
                    String district) {
        var system = target(target);
        var concept = terminology
                .findConcept(conceptId)
                .orElseThrow(() -> ProblemException.notFound("The lexicon has no concept with this id"));
        count(conceptId, district);
        return ConceptView.of(concept, terminology.translate(new TranslateQuery.OfConcept(conceptId, system)));
    }

    private void count(String conceptId, @Nullable String district) {
        if (!use.accepts(district)) {
            throw ProblemException.badParameter("district", "is no code of a district");
        }
        use.lookedUp(conceptId, district);
    }

    private @Nullable String language(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (!LANGUAGE.matcher(asked).matches() || !knows(primary(asked))) {
            throw ProblemException.badParameter(
                    "language", "is " + shown(asked) + ", in which the lexicon has no words");
        }
        return asked;
    }

    private boolean knows(String primary) {
        return OFFICIAL.contains(primary)
                || terminology.languages().stream().map(TermResource::primary).anyMatch(primary::equals);
    }

    private static @Nullable String target(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        return MappedSystem.find(asked)
                .map(MappedSystem::url)
                .orElseThrow(() -> ProblemException.badParameter(
                        "target",
                        "is " + shown(asked) + ", which is not known here; known are "
                                + Arrays.stream(MappedSystem.values())
                                        .map(MappedSystem::shortName)
                                        .collect(Collectors.joining(", "))
                                + " and their canonical URLs"));
    }

    private static int count(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_COUNT;
        }
        var number = asked.matches("\\d{1,9}") ? Integer.parseInt(asked) : 0;
        if (number < 1 || number > TermQuery.MAX_COUNT) {
            throw ProblemException.badParameter("count", "is a whole number from 1 to " + TermQuery.MAX_COUNT);
        }
        return number;
    }

    private static String shown(String asked) {
        return SHOWABLE.matcher(asked).matches() ? asked : "(unprintable)";
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
