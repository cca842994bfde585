--liquibase formatted sql

--changeset hms:0070-canonical-change
--comment Versions of what editors store bear change numbers, so that every service on the database finds by one number what
--comment others have stored. Older versions have none: they are read when a service starts.
ALTER TABLE canonical_resource ADD COLUMN change bigint UNIQUE REFERENCES change DEFERRABLE INITIALLY DEFERRED;
--rollback ALTER TABLE canonical_resource DROP COLUMN change;
