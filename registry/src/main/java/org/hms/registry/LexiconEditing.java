package org.hms.registry;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.TokenService;
import org.hms.registry.editorial.CandidateSearch;
import org.hms.registry.editorial.Editorial;
import org.hms.registry.editorial.MappingImport;
import org.hms.registry.editorial.StoredQueries;
import org.hms.registry.editorial.store.JdbiProposalStore;
import org.hms.registry.editorial.store.JdbiStoredQueryStore;
import org.hms.registry.editorial.web.LinkedDataResource;
import org.hms.registry.editorial.web.MappingFileResource;
import org.hms.registry.editorial.web.ProposalResource;
import org.hms.registry.editorial.web.SparqlResource;
import org.hms.registry.editorial.web.StoredQueryResource;
import org.hms.registry.editorial.web.VersionResource;
import org.hms.registry.termwork.TermUse;
import org.hms.registry.wordform.web.WordFormResource;
import org.hms.terminology.TerminologyService;

/** The editing of the lexicon put together. */
final class LexiconEditing {
    private LexiconEditing() {}

    /** The same for browsers without script. */
    static Object pages(
            Foundation foundation,
            TerminologyService terminology,
            TokenService tokens,
            TermUse use,
            InstantSource clock) {
        var store = new JdbiProposalStore(foundation.database().jdbi());
        return new WordFormResource(terminology, new Editorial(terminology, store, clock), tokens, use);
    }

    static List<Object> resources(Foundation foundation, TerminologyService terminology, InstantSource clock) {
        var store = new JdbiProposalStore(foundation.database().jdbi());
        var editorial = new Editorial(terminology, store, clock);
        return List.of(
                new ProposalResource(editorial, new CandidateSearch(terminology, store, clock), store),
                new MappingFileResource(new MappingImport(terminology, store, clock), foundation.audit(), clock),
                new VersionResource(editorial, terminology.lexicons().conceptBase(), foundation.audit(), clock),
                new StoredQueryResource(new StoredQueries(
                        terminology.lexicons().linkedData(),
                        new JdbiStoredQueryStore(foundation.database().jdbi()),
                        clock)),
                new SparqlResource(terminology.lexicons().linkedData()),
                new LinkedDataResource(terminology.lexicons().linkedData()));
    }
}
