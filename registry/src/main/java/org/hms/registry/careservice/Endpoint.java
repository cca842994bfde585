package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** An address at which an organisation's systems are reached, and how they are spoken to there. */
public record Endpoint(
        String id,
        boolean withdrawn,
        String statusCode,
        List<DirectoryIdentifier> identifiers,
        @Nullable String name,
        String organization,
        Connection connection,
        @Nullable LocalDate since,
        @Nullable LocalDate until)
        implements CareEntry {

    /** How it is spoken to. */
    public record Connection(DirectoryType type, List<DirectoryType> payloads, List<String> mimeTypes, String address) {
        public Connection {
            payloads = List.copyOf(payloads);
            mimeTypes = List.copyOf(mimeTypes);
        }
    }

    public Endpoint {
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public Endpoint withdraw() {
        return new Endpoint(id, true, "off", identifiers, name, organization, connection, since, until);
    }

    @Override
    public Endpoint following(UnaryOperator<String> heirs) {
        var heir = heirs.apply(organization);
        return new Endpoint(id, withdrawn, statusCode, identifiers, name, heir, connection, since, until);
    }

    @Override
    public boolean active() {
        return statusCode.equals("active");
    }

    @Override
    public List<DirectoryName> names() {
        return name == null ? List.of() : List.of(DirectoryName.whole(name));
    }

    @Override
    public List<CareLink> links() {
        return CareLink.of(CareLink.Role.ORGANIZATION, organization).toList();
    }

    @Override
    public List<CareCode> codes() {
        return Stream.concat(
                        CareCode.of(CareCode.Role.CONNECTION, List.of(connection.type())),
                        CareCode.of(CareCode.Role.PAYLOAD, connection.payloads()))
                .toList();
    }
}
