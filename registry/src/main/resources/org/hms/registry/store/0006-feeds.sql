--liquibase formatted sql

--changeset hms:0006-source-system
--comment Who answers for a source, what it owns and how it spells it. What an administrator has set over the API the configuration file no longer changes.
ALTER TABLE source_system
    ADD COLUMN owner   text CHECK (btrim(owner) <> ''),
    ADD COLUMN systems jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN status  text    NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'SUSPENDED')),
    ADD COLUMN managed boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE source_system DROP COLUMN owner, DROP COLUMN systems, DROP COLUMN status, DROP COLUMN managed;

--changeset hms:0006-replaced-by
--comment A source's own word that another of its records took this one's place; it holds as long as the current version says so.
ALTER TABLE patient_record
    ADD COLUMN replaced_by text REFERENCES patient_record DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT patient_record_replaced_by_another CHECK (replaced_by <> id),
    ADD CONSTRAINT patient_record_replaced_is_inactive CHECK (replaced_by IS NULL OR NOT active);
CREATE INDEX patient_record_replaced_by ON patient_record (replaced_by) WHERE replaced_by IS NOT NULL;
--rollback ALTER TABLE patient_record DROP COLUMN replaced_by;

--changeset hms:0006-idempotency-key
--comment The first answer to a request that named itself, so that the same request gets it again; kept for a day.
CREATE TABLE idempotency_key (
    caller      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    body        text,
    version     text,
    location    text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_at ON idempotency_key (at);
--rollback DROP TABLE idempotency_key;

--changeset hms:0006-import-job
--comment A file that a source sent: how far it is taken in, so that it goes on there after a restart. The file and its report lie in the data directory.
CREATE TABLE import_job (
    id          text        PRIMARY KEY CHECK (id ~ '^[a-f0-9]{32}$'),
    number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    source      text        NOT NULL REFERENCES source_system,
    format      text        NOT NULL CHECK (format IN ('PATIENTS', 'CSV', 'ROWS')),
    columns     text,
    digest      text        NOT NULL,
    bytes       bigint      NOT NULL CHECK (bytes >= 0),
    caller      jsonb       NOT NULL,
    status      text        NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    failure     text,
    total       bigint,
    read        bigint      NOT NULL DEFAULT 0 CHECK (read >= 0),
    created     bigint      NOT NULL DEFAULT 0,
    revised     bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    refused     bigint      NOT NULL DEFAULT 0,
    report_size bigint      NOT NULL DEFAULT 0,
    accepted_at timestamptz NOT NULL,
    started_at  timestamptz,
    ended_at    timestamptz,
    CHECK ((failure IS NULL) = (status <> 'FAILED')),
    CHECK ((ended_at IS NULL) = (status IN ('QUEUED', 'RUNNING')))
);
CREATE INDEX import_job_source ON import_job (source, number);
CREATE UNIQUE INDEX import_job_running ON import_job (source) WHERE status = 'RUNNING';
CREATE UNIQUE INDEX import_job_content ON import_job (source, digest) WHERE status IN ('QUEUED', 'RUNNING', 'DONE');
--rollback DROP TABLE import_job;
