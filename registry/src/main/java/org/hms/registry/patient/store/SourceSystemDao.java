package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.SourceSystem;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Rows of {@code source_system}. */
@RegisterConstructorMapper(SourceSystem.class)
public interface SourceSystemDao {

    @SqlQuery("SELECT id, name, sector, identifier_system, trust_rank FROM source_system ORDER BY id")
    List<SourceSystem> list();

    @SqlUpdate("""
            INSERT INTO source_system (id, name, sector, identifier_system, trust_rank)
            VALUES (:id, :name, :sector, :identifierSystem, :trustRank)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, sector = excluded.sector, trust_rank = excluded.trust_rank
            """)
    void put(@BindMethods SourceSystem source);
}
