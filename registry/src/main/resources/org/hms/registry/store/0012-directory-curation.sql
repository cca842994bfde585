--liquibase formatted sql

--changeset hms:0012-care-kinds
--comment mCSD's other resources are entries of the directory too, with versions and change-log rows like all others.
ALTER TABLE directory_entry DROP CONSTRAINT directory_entry_kind_check;
ALTER TABLE directory_entry ADD CONSTRAINT directory_entry_kind_check CHECK (kind IN ('Jurisdiction', 'Facility',
    'Practitioner', 'PractitionerRole', 'HealthcareService', 'Endpoint', 'OrganizationAffiliation'));
--rollback ALTER TABLE directory_entry DROP CONSTRAINT directory_entry_kind_check;
--rollback ALTER TABLE directory_entry ADD CONSTRAINT directory_entry_kind_check CHECK (kind IN ('Jurisdiction', 'Facility', 'Practitioner', 'PractitionerRole'));

--changeset hms:0012-care-entry
--comment What services, endpoints and affiliations are found by: to what they refer, what they are, whether they stand. One
--comment that was deleted keeps its versions; the last says that it is withdrawn.
CREATE TABLE care_entry (
    id        text    PRIMARY KEY REFERENCES directory_entry,
    withdrawn boolean NOT NULL,
    status    text    NOT NULL,
    since     date,
    until     date    CHECK (until >= since)
);
CREATE TABLE directory_link (
    entry_id text NOT NULL REFERENCES directory_entry,
    role     text NOT NULL,
    target   text NOT NULL REFERENCES directory_entry,
    PRIMARY KEY (entry_id, role, target)
);
CREATE INDEX directory_link_target ON directory_link (target, role);
CREATE TABLE directory_code (
    entry_id text NOT NULL REFERENCES directory_entry,
    role     text NOT NULL,
    system   text NOT NULL,
    code     text NOT NULL,
    PRIMARY KEY (entry_id, role, system, code)
);
CREATE INDEX directory_code_code ON directory_code (code, system);
--rollback DROP TABLE directory_code;
--rollback DROP TABLE directory_link;
--rollback DROP TABLE care_entry;

--changeset hms:0012-curation
--comment What stewards ask to be published, in the form in which it was last revised; who reviewed it, and what followed what.
CREATE TABLE curation_request (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision integer     NOT NULL CHECK (revision > 0),
    state    text        NOT NULL CHECK (state IN ('OPEN', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
    facility text        REFERENCES place,
    content  jsonb       NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX curation_request_state ON curation_request (state, id);
CREATE TABLE facility_succession (
    predecessor text   NOT NULL REFERENCES place,
    successor   text   NOT NULL REFERENCES place,
    request     bigint NOT NULL REFERENCES curation_request,
    PRIMARY KEY (predecessor, successor),
    CHECK (predecessor <> successor)
);
CREATE INDEX facility_succession_successor ON facility_succession (successor);
--rollback DROP TABLE facility_succession;
--rollback DROP TABLE curation_request;
