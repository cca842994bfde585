--liquibase formatted sql

--changeset hms:0001-instance
--comment What is true of this installation alone: its secret, and which seed data it has taken in.
CREATE TABLE instance_property (
    name  text PRIMARY KEY,
    value text NOT NULL
);
--rollback DROP TABLE instance_property;

--changeset hms:0001-change
--comment Numbers are given under the row lock of change_counter, so they become visible in order; see ADR-0003.
CREATE TABLE change_counter (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last     bigint  NOT NULL
);
INSERT INTO change_counter (last) VALUES (0);
CREATE TABLE change (
    number       bigint      PRIMARY KEY CHECK (number > 0),
    at           timestamptz NOT NULL,
    kind         text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   text        NOT NULL
);
CREATE INDEX change_subject ON change (subject_type, subject_id, number);
--rollback DROP TABLE change; DROP TABLE change_counter;

--changeset hms:0001-audit
--comment Append-only: the trigger refuses every change of what was written.
CREATE TABLE audit_entry (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    caller       text        NOT NULL,
    role         text        NOT NULL,
    purpose      text        NOT NULL,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_ids  text[]      NOT NULL,
    outcome      text        NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry USING gin (subject_ids);
CREATE INDEX audit_entry_at ON audit_entry (at);
--rollback DROP TABLE audit_entry;

--changeset hms:0001-audit-append-only splitStatements:false
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--rollback DROP TRIGGER audit_entry_append_only ON audit_entry; DROP FUNCTION refuse_change();
