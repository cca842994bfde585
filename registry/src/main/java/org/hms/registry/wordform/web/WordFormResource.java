package org.hms.registry.wordform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.access.InvalidToken;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.access.web.AuthenticationFilter;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.editorial.Change;
import org.hms.registry.editorial.Editorial;
import org.hms.registry.editorial.Refused;
import org.hms.registry.termwork.TermUse;
import org.hms.registry.wordform.Tongue;
import org.hms.registry.wordform.WordPages;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.translate.TranslateQuery;
import org.jspecify.annotations.Nullable;

/**
 * Plain pages for finding a term and proposing one. The access key is typed once and stands in a cookie that no script reads
 * and no other site's form sends.
 */
@Path("/words")
@Hidden
@Produces("text/html;charset=utf-8")
public final class WordFormResource {
    private static final int SHOWN = 8;
    private static final int LONGEST = 300;
    private static final int UNPROCESSABLE = 422;
    private static final Set<Role> PROPOSING = Set.of(Role.CODER, Role.STEWARD, Role.ADMIN);
    private static final String POLICY =
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final TerminologyService terminology;
    private final Editorial editorial;
    private final TokenService tokens;
    private final TermUse use;

    public WordFormResource(TerminologyService terminology, Editorial editorial, TokenService tokens, TermUse use) {
        this.terminology = terminology;
        this.editorial = editorial;
        this.tokens = tokens;
        this.use = use;
    }

    @GET
    public Response search(
            @QueryParam("q") @Nullable String words,
            @QueryParam("lang") @Nullable String lang,
            @Context SecurityContext security) {
        var pages = pages(lang);
        var asked = words == null ? "" : words.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return page(200, pages.search("", null));
        }
        var found =
                terminology.search(TermQuery.of(asked, SHOWN).in(Tongue.of(lang).tag()));
        use.asked(
                caller(security).subject(),
                asked,
                Tongue.of(lang).tag(),
                !found.isEmpty() && found.getFirst().isAnswer());
        return page(200, pages.search(asked, found));
    }

    @GET
    @Path("enter")
    public Response door(@QueryParam("lang") @Nullable String lang) {
        return page(200, pages(lang).enter(false));
    }

    @POST
    @Path("enter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @FormParam("token") @Nullable String token,
            @FormParam("lang") @Nullable String lang,
            @Context SecurityContext security) {
        try {
            tokens.verify(token == null ? "" : token.strip());
        } catch (InvalidToken e) {
            return page(401, pages(lang).enter(true));
        }
        return Response.seeOther(URI.create("/words?lang=" + Tongue.of(lang).tag()))
                .cookie(cookie(token == null ? "" : token.strip(), security, NewCookie.DEFAULT_MAX_AGE))
                .build();
    }

    @POST
    @Path("leave")
    public Response leave(@Context SecurityContext security) {
        return Response.seeOther(URI.create("/words/enter"))
                .cookie(cookie("", security, 0))
                .build();
    }

    @GET
    @Path("new")
    public Response newConcept(@QueryParam("lang") @Nullable String lang) {
        return page(200, pages(lang).newConcept(null));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeConcept(
            @FormParam("text") @Nullable String text,
            @FormParam("language") @Nullable String language,
            @FormParam("gloss") @Nullable String gloss,
            @FormParam("category") @Nullable String category,
            @FormParam("source") @Nullable String source,
            @FormParam("lang") @Nullable String lang,
            @Context SecurityContext security) {
        var change = new Change.NewConcept(
                said(category), null, said(language), said(text), said(gloss), null, said(source));
        var notice = propose(lang, caller(security), change);
        return page(status(notice), pages(lang).newConcept(notice));
    }

    @GET
    @Path("{conceptId}")
    public Response concept(@PathParam("conceptId") String conceptId, @QueryParam("lang") @Nullable String lang) {
        return concept(conceptId, lang, null);
    }

    @POST
    @Path("{conceptId}/label")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeLabel(
            @PathParam("conceptId") String conceptId,
            @FormParam("text") @Nullable String text,
            @FormParam("language") @Nullable String language,
            @FormParam("source") @Nullable String source,
            @FormParam("lang") @Nullable String lang,
            @Context SecurityContext security) {
        var change = new Change.NewLabel(conceptId, said(language), said(text), null, null, said(source), null, null);
        return concept(conceptId, lang, propose(lang, caller(security), change));
    }

    @POST
    @Path("{conceptId}/mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proposeMapping(
            @PathParam("conceptId") String conceptId,
            @FormParam("system") @Nullable String system,
            @FormParam("code") @Nullable String code,
            @FormParam("relation") @Nullable String relation,
            @FormParam("source") @Nullable String source,
            @FormParam("lang") @Nullable String lang,
            @Context SecurityContext security) {
        var url = MappedSystem.find(said(system)).map(MappedSystem::url);
        var word = MappingRelation.ofWord(said(relation));
        if (url.isEmpty() || word.isEmpty()) {
            return concept(conceptId, lang, new WordPages.Notice(false, said(system) + " " + said(relation)));
        }
        var change = new Change.NewMapping(conceptId, url.get(), said(code), word.get(), said(source), null);
        return concept(conceptId, lang, propose(lang, caller(security), change));
    }

    private Response concept(String conceptId, @Nullable String lang, WordPages.@Nullable Notice notice) {
        var concept = terminology.findConcept(conceptId);
        if (concept.isEmpty()) {
            return page(404, pages(lang).search("", List.of()));
        }
        var codes = terminology.translate(new TranslateQuery.OfConcept(conceptId, null));
        return page(status(notice), pages(lang).concept(concept.get(), codes, notice));
    }

    private WordPages.Notice propose(@Nullable String lang, Caller caller, Change change) {
        if (!PROPOSING.contains(caller.role())) {
            return pages(lang).codersOnly();
        }
        try {
            return new WordPages.Notice(
                    true, Long.toString(editorial.propose(caller, change).id()));
        } catch (Refused e) {
            return new WordPages.Notice(false, String.valueOf(e.getMessage()));
        }
    }

    private static int status(WordPages.@Nullable Notice notice) {
        return notice == null ? 200 : notice.accepted() ? 201 : UNPROCESSABLE;
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static WordPages pages(@Nullable String lang) {
        return new WordPages(Tongue.of(lang));
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) Objects.requireNonNull(security.getUserPrincipal());
    }

    private static NewCookie cookie(String value, SecurityContext security, int maxAge) {
        return new NewCookie.Builder(AuthenticationFilter.PAGES_COOKIE)
                .value(value)
                .path("/words")
                .httpOnly(true)
                .secure(security.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
