--liquibase formatted sql

--changeset hms:0002-source-system
CREATE TABLE source_system (
    id                text    PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    name              text    NOT NULL CHECK (btrim(name) <> ''),
    sector            text    NOT NULL CHECK (sector IN ('MSPBS', 'IPS', 'PRIVATE', 'FOREIGN')),
    identifier_system text    NOT NULL UNIQUE,
    trust_rank        integer NOT NULL CHECK (trust_rank > 0)
);
--rollback DROP TABLE source_system;

--changeset hms:0002-patient-record
--comment A source's record is never deleted and each version stays as it was received; see ADR-0002.
CREATE TABLE patient_record (
    id                text    PRIMARY KEY,
    source            text    NOT NULL REFERENCES source_system,
    identifier_system text    NOT NULL,
    identifier_value  text    NOT NULL,
    version           integer NOT NULL CHECK (version > 0),
    active            boolean NOT NULL,
    content_hash      text    NOT NULL,
    demographics      jsonb   NOT NULL,
    received_at       timestamptz NOT NULL,
    UNIQUE (identifier_system, identifier_value)
);
CREATE TABLE patient_record_version (
    record_id   text        NOT NULL REFERENCES patient_record,
    version     integer     NOT NULL CHECK (version > 0),
    content     text        NOT NULL,
    received_at timestamptz NOT NULL,
    change      bigint      NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (record_id, version)
);
CREATE INDEX patient_record_version_change ON patient_record_version (change);
CREATE TABLE patient_identifier (
    record_id text NOT NULL REFERENCES patient_record,
    system    text NOT NULL,
    value     text NOT NULL,
    PRIMARY KEY (record_id, system, value)
);
CREATE INDEX patient_identifier_value ON patient_identifier (system, value);
--rollback DROP TABLE patient_identifier; DROP TABLE patient_record_version; DROP TABLE patient_record;

--changeset hms:0002-evidence
--comment What two records have in common under one model. Pairs are kept with the smaller id on the left.
CREATE TABLE evidence (
    left_record  text             NOT NULL REFERENCES patient_record,
    right_record text             NOT NULL REFERENCES patient_record,
    weight       double precision NOT NULL,
    action       text             NOT NULL CHECK (action IN ('NONE', 'REVIEW', 'VETO')),
    model        text             NOT NULL,
    detail       jsonb            NOT NULL,
    change       bigint           NOT NULL,
    PRIMARY KEY (left_record, right_record),
    CHECK (left_record < right_record)
);
CREATE INDEX evidence_right ON evidence (right_record);
CREATE TABLE decision (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    left_record  text        NOT NULL REFERENCES patient_record,
    right_record text        NOT NULL REFERENCES patient_record,
    kind         text        NOT NULL CHECK (kind IN ('MUST_LINK', 'CANNOT_LINK')),
    decided_by   text        NOT NULL,
    reason       text        NOT NULL CHECK (btrim(reason) <> ''),
    decided_at   timestamptz NOT NULL,
    withdrawn_by text,
    withdrawn_at timestamptz,
    CHECK (left_record < right_record),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX decision_live ON decision (left_record, right_record) WHERE withdrawn_at IS NULL;
CREATE INDEX decision_right ON decision (right_record);
--rollback DROP TABLE decision; DROP TABLE evidence;

--changeset hms:0002-person
--comment Who is whom is derived; enterprise ids are never used twice, and every old one leads to its heir.
CREATE TABLE person (
    eid          text   PRIMARY KEY,
    active       boolean NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    first_change bigint NOT NULL
);
CREATE TABLE golden_record (
    eid       text        NOT NULL REFERENCES person,
    version   integer     NOT NULL CHECK (version > 0),
    content   jsonb       NOT NULL,
    at        timestamptz NOT NULL,
    change    bigint      NOT NULL,
    PRIMARY KEY (eid, version)
);
CREATE TABLE membership (
    record_id   text   NOT NULL REFERENCES patient_record,
    eid         text   NOT NULL REFERENCES person,
    from_change bigint NOT NULL,
    to_change   bigint CHECK (to_change >= from_change),
    PRIMARY KEY (record_id, from_change)
);
CREATE UNIQUE INDEX membership_live ON membership (record_id) WHERE to_change IS NULL;
CREATE INDEX membership_eid ON membership (eid);
CREATE TABLE lineage (
    from_eid text   NOT NULL REFERENCES person,
    to_eid   text   NOT NULL REFERENCES person,
    kind     text   NOT NULL CHECK (kind IN ('MERGED_INTO', 'SPLIT_INTO')),
    change   bigint NOT NULL,
    PRIMARY KEY (from_eid, to_eid, change)
);
CREATE INDEX lineage_to ON lineage (to_eid);
--rollback DROP TABLE lineage; DROP TABLE membership; DROP TABLE golden_record; DROP TABLE person;

--changeset hms:0002-review-task
CREATE TABLE review_task (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    left_record  text        NOT NULL REFERENCES patient_record,
    right_record text        NOT NULL REFERENCES patient_record,
    weight       double precision NOT NULL,
    rules        text[]      NOT NULL,
    open         boolean     NOT NULL DEFAULT true,
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz,
    CHECK (left_record < right_record),
    CHECK (open = (closed_at IS NULL))
);
CREATE UNIQUE INDEX review_task_open ON review_task (left_record, right_record) WHERE open;
--rollback DROP TABLE review_task;
