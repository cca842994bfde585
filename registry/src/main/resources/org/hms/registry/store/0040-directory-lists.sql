--liquibase formatted sql

--changeset hms:0040-directory-import
--comment Each list that was taken into the directory with each of its rows: what became of it, and between which versions, so
--comment that the same row is known again and an import can be taken back. Cells are json and no jsonb: their order is kept.
CREATE TABLE directory_import (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source    text        NOT NULL CHECK (btrim(source) <> ''),
    format    text        NOT NULL CHECK (format IN ('CSV', 'DHIS2', 'FHIR', 'GEOJSON')),
    caller    text        NOT NULL,
    at        timestamptz NOT NULL,
    counts    jsonb       NOT NULL,
    undone_at timestamptz,
    undone_by text,
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE TABLE directory_import_row (
    import         bigint  NOT NULL REFERENCES directory_import,
    number         integer NOT NULL CHECK (number > 0),
    source_id      text    NOT NULL,
    outcome        text    NOT NULL CHECK (outcome IN ('CREATED', 'REVISED', 'UNCHANGED', 'AREA', 'REJECTED')),
    entry          text    REFERENCES directory_entry,
    version_before integer NOT NULL CHECK (version_before >= 0),
    version_after  integer NOT NULL CHECK (version_after >= 0),
    version_undone integer,
    reason         text,
    cells          json    NOT NULL,
    PRIMARY KEY (import, number),
    CHECK ((reason IS NOT NULL) = (outcome = 'REJECTED')),
    CHECK ((version_after > 0) = (outcome IN ('CREATED', 'REVISED')))
);
CREATE INDEX directory_import_row_entry ON directory_import_row (entry, import) WHERE version_after > 0;
--rollback DROP TABLE directory_import_row;
--rollback DROP TABLE directory_import;

--changeset hms:0040-endpoint-check
--comment When an electronic endpoint was last tried, by whom, and whether it answered; the newest check of each counts.
CREATE TABLE endpoint_check (
    endpoint text        NOT NULL REFERENCES directory_entry,
    at       timestamptz NOT NULL,
    answered boolean     NOT NULL,
    note     text,
    caller   text        NOT NULL,
    PRIMARY KEY (endpoint, at)
);
--rollback DROP TABLE endpoint_check;
