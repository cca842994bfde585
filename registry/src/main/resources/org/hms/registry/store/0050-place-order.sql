--liquibase formatted sql

--changeset hms:0050-place-order
--comment Places come in one order whatever language the database was made for, so that pages answered by it and by the index of
--comment places follow each other.
DROP INDEX place_walk;
CREATE INDEX place_walk ON place (id COLLATE "C") INCLUDE (folded);
--rollback DROP INDEX place_walk;
--rollback CREATE INDEX place_walk ON place (id) INCLUDE (folded);
