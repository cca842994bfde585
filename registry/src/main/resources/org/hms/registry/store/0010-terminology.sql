--liquibase formatted sql

--changeset hms:0010-terminology-resources
--comment Code systems, value sets and concept maps that editors store; every version stays, the newest of an id is current.
CREATE TABLE canonical_resource (
    type text NOT NULL CHECK (type IN ('CodeSystem', 'ValueSet', 'ConceptMap')),
    id text NOT NULL CHECK (id ~ '^[A-Za-z0-9.-]{1,64}$'),
    version integer NOT NULL CHECK (version > 0),
    url text NOT NULL,
    business_version text,
    name text,
    status text NOT NULL,
    content text NOT NULL,
    at timestamptz NOT NULL,
    caller text NOT NULL,
    PRIMARY KEY (type, id, version)
);
CREATE INDEX canonical_resource_url ON canonical_resource (url, business_version);
--rollback DROP TABLE canonical_resource;

--changeset hms:0010-terminology-closure
--comment What clients have told of with $closure: concepts in the order of their arrival, and which subsumes which.
CREATE TABLE closure_table (
    name text PRIMARY KEY,
    begun timestamptz NOT NULL
);
CREATE TABLE closure_concept (
    name text NOT NULL REFERENCES closure_table ON DELETE CASCADE,
    system text NOT NULL,
    code text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    PRIMARY KEY (name, system, code)
);
CREATE TABLE closure_entry (
    name text NOT NULL REFERENCES closure_table ON DELETE CASCADE,
    system text NOT NULL,
    code text NOT NULL,
    ancestor text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    PRIMARY KEY (name, system, code, ancestor)
);
--rollback DROP TABLE closure_entry; DROP TABLE closure_concept; DROP TABLE closure_table;
