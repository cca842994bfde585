--liquibase formatted sql

--changeset hms:0003-trigrams
--comment Names are searched by what they contain. The extension stays when the schema goes: others may use it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--rollback not required

--changeset hms:0003-directory-entry
--comment One row for what is published now, one for each version that ever was; the content is the domain record.
CREATE TABLE directory_entry (
    id      text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9.-]{1,64}$'),
    kind    text        NOT NULL CHECK (kind IN ('Jurisdiction', 'Facility', 'Practitioner', 'PractitionerRole')),
    version integer     NOT NULL CHECK (version > 0),
    active  boolean     NOT NULL,
    content jsonb       NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX directory_entry_kind ON directory_entry (kind, at);
CREATE TABLE directory_entry_version (
    entry_id text        NOT NULL REFERENCES directory_entry,
    version  integer     NOT NULL CHECK (version > 0),
    content  jsonb       NOT NULL,
    at       timestamptz NOT NULL,
    change   bigint      NOT NULL UNIQUE REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry_id, version)
);
ALTER TABLE directory_entry ADD CONSTRAINT directory_entry_has_its_version
    FOREIGN KEY (id, version) REFERENCES directory_entry_version DEFERRABLE INITIALLY DEFERRED;
--rollback ALTER TABLE directory_entry DROP CONSTRAINT directory_entry_has_its_version;
--rollback DROP TABLE directory_entry_version;
--rollback DROP TABLE directory_entry;

--changeset hms:0003-directory-search
--comment What entries are found by. Two lists may know one facility by the same code, so values are not unique. Names are
--comment read far more often than written: without fastupdate no search has to read a list of pending entries.
CREATE TABLE directory_identifier (
    entry_id text NOT NULL REFERENCES directory_entry,
    system   text NOT NULL CHECK (btrim(system) <> ''),
    value    text NOT NULL CHECK (btrim(value) <> ''),
    PRIMARY KEY (entry_id, system, value)
);
CREATE INDEX directory_identifier_value ON directory_identifier (value, system);
CREATE TABLE directory_name (
    entry_id text NOT NULL REFERENCES directory_entry,
    part     text NOT NULL CHECK (part IN ('WHOLE', 'GIVEN', 'FAMILY')),
    name     text NOT NULL CHECK (btrim(name) <> ''),
    folded   text NOT NULL,
    PRIMARY KEY (entry_id, part, name)
);
CREATE INDEX directory_name_exact ON directory_name (name);
CREATE INDEX directory_name_folded ON directory_name USING gin (folded gin_trgm_ops) WITH (fastupdate = off);
--rollback DROP TABLE directory_name;
--rollback DROP TABLE directory_identifier;

--changeset hms:0003-place
--comment Jurisdictions and facilities; each is published as an Organization and, where it is located, as a Location.
CREATE TABLE place (
    id         text             PRIMARY KEY REFERENCES directory_entry,
    status     text             NOT NULL CHECK (status IN ('active', 'suspended', 'inactive')),
    located    boolean          NOT NULL,
    lies_in    text             REFERENCES place DEFERRABLE INITIALLY DEFERRED CHECK (lies_in <> id),
    managed_by text             REFERENCES place DEFERRABLE INITIALLY DEFERRED CHECK (managed_by <> id),
    latitude   double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude  double precision CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK (located OR (lies_in IS NULL AND latitude IS NULL))
);
CREATE INDEX place_lies_in ON place (lies_in);
CREATE INDEX place_managed_by ON place (managed_by);
CREATE INDEX place_position ON place (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE TABLE place_type (
    place_id text NOT NULL REFERENCES place,
    system   text NOT NULL,
    code     text NOT NULL,
    PRIMARY KEY (place_id, system, code)
);
CREATE INDEX place_type_code ON place_type (code, system);
--rollback DROP TABLE place_type;
--rollback DROP TABLE place;

--changeset hms:0003-practitioner-role
--comment Who works where. A role that has ended stays, and is not active from the day after its last.
CREATE TABLE practitioner_role (
    id               text PRIMARY KEY REFERENCES directory_entry,
    practitioner     text NOT NULL REFERENCES directory_entry,
    facility         text NOT NULL REFERENCES place,
    role_system      text,
    role             text,
    specialty_system text NOT NULL,
    specialty        text NOT NULL,
    since            date NOT NULL,
    until            date CHECK (until >= since),
    CHECK ((role IS NULL) = (role_system IS NULL))
);
CREATE INDEX practitioner_role_practitioner ON practitioner_role (practitioner);
CREATE INDEX practitioner_role_facility ON practitioner_role (facility);
CREATE INDEX practitioner_role_specialty ON practitioner_role (specialty);
--rollback DROP TABLE practitioner_role;
