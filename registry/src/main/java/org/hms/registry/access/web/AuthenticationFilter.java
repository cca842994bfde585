package org.hms.registry.access.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hms.registry.access.Caller;
import org.hms.registry.access.InvalidToken;
import org.hms.registry.access.Purpose;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.jspecify.annotations.Nullable;

/**
 * Asks everyone for a bearer token before anything else is looked at, except at the few doors that describe the
 * service itself.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Set<String> OPEN = Set.of("fhir/metadata", "api", "api/openapi.json");
    private static final String OPEN_ASSETS = "api/assets/";
    private static final String SCHEME = "Bearer ";

    /** Why this one request is made, where it is not for what the token was given for. */
    private static final String PURPOSE = "X-Purpose";

    /** Questions about codes and words, of which nothing is personal. */
    private static final Pattern TERMINOLOGY = Pattern.compile(
            "fhir/(\\$versions|(CodeSystem|ValueSet|ConceptMap)(/(?!_)[^/]+)?(/\\$[a-z-]+)?|(CodeSystem|ValueSet|ConceptMap)/_search)");

    /** What a reconciliation service says of itself, which whoever adds it must be able to read first. */
    private static final Pattern MANIFEST = Pattern.compile("reconcile/(facilities|providers|terms/[^/]+)");

    /** Questions about facilities and terms from tools that can send no token; of professionals nobody asks without one. */
    private static final Pattern RECONCILIATION = Pattern.compile("reconcile/(facilities|terms/[^/]+)(/.*)?");

    /** Pages for browsers without script, which send no header of their own. */
    private static final Pattern PAGES = Pattern.compile("words(/.*)?");

    private static final String PAGES_DOOR = "words/enter";

    /** The cookie in which those pages keep the token; it is sent to them alone. */
    public static final String PAGES_COOKIE = "words";

    private static final Caller ANYBODY = new Caller("anonymous", Role.READER);

    private final TokenService tokens;
    private final boolean openTerminology;
    private final boolean openReconciliation;

    /** The container's view of the request at hand, for the address it came from. */
    @Context
    private @Nullable HttpServletRequest servlet;

    /** With an open terminology, codes and words are asked about without a token. */
    public AuthenticationFilter(TokenService tokens, boolean openTerminology) {
        this(tokens, openTerminology, false);
    }

    /** With an open reconciliation, facilities and terms are reconciled without a token too. */
    public AuthenticationFilter(TokenService tokens, boolean openTerminology, boolean openReconciliation) {
        this.tokens = tokens;
        this.openTerminology = openTerminology;
        this.openReconciliation = openReconciliation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null && isOpen(request)) {
            return;
        }
        if (header == null && isPage(request)) {
            enterPages(request);
            return;
        }
        var caller = header == null && isForAnybody(request)
                ? ANYBODY
                : withPurpose(verify(header), request.getHeaderString(PURPOSE));
        admit(request, caller);
    }

    private void admit(ContainerRequestContext request, Caller caller) {
        var secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(
                new CallerSecurityContext(servlet == null ? caller : caller.from(servlet.getRemoteAddr()), secure));
    }

    /** Who asks about codes, without JAX-RS; empty where this filter is to refuse. */
    public Optional<Caller> callerOfQuestion(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null && !openTerminology) {
            return Optional.empty();
        }
        try {
            var caller = header == null ? ANYBODY : withPurpose(verify(header), request.getHeader(PURPOSE));
            return Optional.of(caller.from(request.getRemoteAddr()));
        } catch (NotAuthorizedException | UnknownPurpose _) {
            return Optional.empty();
        }
    }

    private static boolean isPage(ContainerRequestContext request) {
        return PAGES.matcher(request.getUriInfo().getPath().replaceFirst("^/", ""))
                .matches();
    }

    /** The plain pages: the token stands in a cookie; who has none, or an old one, is shown the door. */
    private void enterPages(ContainerRequestContext request) {
        if (stripSlash(request.getUriInfo().getPath().replaceFirst("^/", "")).equals(PAGES_DOOR)) {
            return;
        }
        var cookie = request.getCookies().get(PAGES_COOKIE);
        try {
            admit(request, tokens.verify(cookie == null ? "" : cookie.getValue()));
        } catch (InvalidToken e) {
            request.abortWith(Response.seeOther(URI.create("/" + PAGES_DOOR)).build());
        }
    }

    private Caller verify(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new NotAuthorizedException("A bearer token is needed", "Bearer realm=\"registry\"");
        }
        try {
            return tokens.verify(header.substring(SCHEME.length()).strip());
        } catch (InvalidToken e) {
            throw new NotAuthorizedException(e.getMessage(), "Bearer realm=\"registry\", error=\"invalid_token\"");
        }
    }

    private static Caller withPurpose(Caller caller, @Nullable String purpose) {
        if (purpose == null || purpose.isBlank()) {
            return caller;
        }
        if (!Purpose.isKnown(purpose.strip())) {
            throw new UnknownPurpose(PURPOSE);
        }
        return caller.forPurpose(purpose.strip());
    }

    private static boolean isOpen(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var trimmed = path.startsWith("/") ? path.substring(1) : path;
        var method = request.getMethod();
        var reads = method.equals("GET") || method.equals("HEAD");
        return reads && (OPEN.contains(stripSlash(trimmed)) || isAsset(trimmed));
    }

    private boolean isForAnybody(ContainerRequestContext request) {
        return openTerminology && asksTerminology(request) || reconciles(request);
    }

    /** A manifest always; else what the configuration leaves open. */
    private boolean reconciles(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var path = stripSlash(uri.getPath(false).replaceFirst("^/", ""));
        var method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        boolean plain = uri.getQueryParameters().keySet().stream().allMatch("callback"::equals);
        return reads && plain && MANIFEST.matcher(path).matches()
                || openReconciliation
                        && (reads || method.equals("POST"))
                        && RECONCILIATION.matcher(path).matches();
    }

    /** Reads, searches and operations; nobody writes without a token. */
    private static boolean asksTerminology(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath(false).replace("%24", "$");
        var trimmed = stripSlash(path.startsWith("/") ? path.substring(1) : path);
        var asks = trimmed.contains("$") || trimmed.endsWith("/_search")
                ? Set.of("GET", "HEAD", "POST")
                : Set.of("GET", "HEAD");
        return asks.contains(request.getMethod())
                && TERMINOLOGY.matcher(trimmed).matches();
    }

    private static boolean isAsset(String path) {
        return path.startsWith(OPEN_ASSETS) && path.indexOf('/', OPEN_ASSETS.length()) < 0;
    }

    private static String stripSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
