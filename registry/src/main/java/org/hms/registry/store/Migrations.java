package org.hms.registry.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The schema, as numbered Liquibase changesets in formatted SQL, each with its rollback. */
public final class Migrations {

    private static final String CHANGELOG = "org/hms/registry/store/changelog.yml";

    private Migrations() {}

    public static void run(DataSource dataSource) {
        with(dataSource, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /** Applies everything, takes everything back and applies it again, to prove each rollback. */
    public static void proveRollbacks(DataSource dataSource) {
        with(dataSource, liquibase -> liquibase.updateTestingRollback(new Contexts(), new LabelExpression()));
    }

    private interface Work {
        void on(Liquibase liquibase) throws LiquibaseException;
    }

    private static void with(DataSource dataSource, Work work) {
        try (var connection = dataSource.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
                var liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                work.on(liquibase);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached to migrate it", e);
        } catch (Exception e) {
            throw new IllegalStateException("The database cannot be migrated", e);
        }
    }
}
