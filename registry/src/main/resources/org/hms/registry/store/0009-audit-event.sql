--liquibase formatted sql

--changeset hms:0009-audit-event
--comment What an AuditEvent tells beside: from where, for which source, and what was asked, without any value of a person.
ALTER TABLE audit_entry ADD COLUMN source text, ADD COLUMN address text, ADD COLUMN query text;
CREATE INDEX audit_entry_caller ON audit_entry (caller, id);
--rollback DROP INDEX audit_entry_caller; ALTER TABLE audit_entry DROP COLUMN source, DROP COLUMN address, DROP COLUMN query;
