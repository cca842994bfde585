package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.OwnedSystem;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.patient.SourceSystem.Status;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Rows of {@code source_system}. */
@RegisterConstructorMapper(SourceSystemDao.Row.class)
public interface SourceSystemDao {

    /** A source as it stands in its row; where only the configuration file has spoken, owner and systems may be unsaid. */
    record Row(
            String id,
            String name,
            Sector sector,
            String identifierSystem,
            int trustRank,
            @Nullable String owner,
            String systems,
            Status status) {

        static Row of(SourceSystem source, StoredJson json) {
            return new Row(
                    source.id(),
                    source.name(),
                    source.sector(),
                    source.identifierSystem(),
                    source.trustRank(),
                    source.owner(),
                    json.write(source.systems()),
                    source.status());
        }

        public SourceSystem toSource(StoredJson json) {
            var owned = List.of(json.read(systems, OwnedSystem[].class));
            return new SourceSystem(id, name, sector, identifierSystem, trustRank, owner, owned, status);
        }
    }

    @SqlQuery("""
            SELECT id, name, sector, identifier_system, trust_rank, owner, systems, status
            FROM source_system ORDER BY id
            """)
    List<Row> list();

    @SqlUpdate("""
            INSERT INTO source_system (id, name, sector, identifier_system, trust_rank, owner, systems, status, managed)
            VALUES (:id, :name, :sector, :identifierSystem, :trustRank, :owner, :systems::jsonb, :status, :managed)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, sector = excluded.sector, trust_rank = excluded.trust_rank,
                owner = excluded.owner, systems = excluded.systems, status = excluded.status,
                identifier_system = CASE WHEN :managed THEN excluded.identifier_system
                                    ELSE source_system.identifier_system END,
                managed = :managed
            WHERE :managed OR NOT source_system.managed
            """)
    void put(@BindMethods Row source, boolean managed);
}
