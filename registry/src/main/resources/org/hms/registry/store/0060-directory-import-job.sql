--liquibase formatted sql

--changeset hms:0060-directory-import-job
--comment Lists that are taken in after the request that sent them; what was sent is kept until its job ends, by the same
--comment transaction that writes the import.
CREATE TABLE directory_import_job (
    id          text        PRIMARY KEY CHECK (id ~ '^[a-f0-9]{32}$'),
    number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    source      text        NOT NULL CHECK (btrim(source) <> ''),
    format      text        NOT NULL CHECK (format IN ('CSV', 'DHIS2', 'FHIR', 'GEOJSON')),
    mapping     text,
    file        bytea,
    caller      text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('WAITING', 'DONE', 'CANCELLED', 'FAILED')),
    failure     text,
    result      bigint      REFERENCES directory_import,
    accepted_at timestamptz NOT NULL,
    ended_at    timestamptz,
    CHECK ((failure IS NOT NULL) = (status = 'FAILED')),
    CHECK ((result IS NOT NULL) = (status = 'DONE')),
    CHECK ((file IS NOT NULL) = (status = 'WAITING')),
    CHECK ((ended_at IS NULL) = (status = 'WAITING'))
);
CREATE INDEX directory_import_job_waiting ON directory_import_job (source, number) WHERE status = 'WAITING';
--rollback DROP TABLE directory_import_job;
