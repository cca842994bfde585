package org.hms.registry.curation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;

/** Where requests are kept, and by which what they ask for is published. */
public interface CurationStore {

    /** Does all of it in one transaction, or nothing. */
    <R> R together(Supplier<R> work);

    /** Keeps a new request, under the next number. */
    CurationRequest add(CurationRequest request);

    Optional<CurationRequest> find(long id);

    /** Those in a state, the oldest first. */
    List<CurationRequest> list(CurationRequest.State state, int limit, int offset);

    /** Writes the next revision, or the end, of a request. */
    void put(CurationRequest request);

    /** Ends a request and those that it supersedes, and publishes what it asks for, in one transaction. */
    void publish(CurationRequest ended, List<CurationRequest> superseded, Publication publication, Caller by);

    /** The open requests that are about one of these facilities. */
    List<CurationRequest> openAbout(List<String> facilities);

    /** The roles that stand at these facilities, and the services, endpoints and affiliations that refer to them. */
    Publication.Referring referring(List<String> facilities);

    /** The facilities that follow one, itself where none does. */
    List<String> successors(String facility);

    /** The facilities that bear an identifier. */
    List<String> bearers(String system, String value);
}
