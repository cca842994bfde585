--liquibase formatted sql

--changeset hms:0011-untranslated-query
--comment What the lexicon had no answer to, counted by day; a query comes here only once it was asked several times, by whom is not kept.
CREATE TABLE untranslated_query (
    text     text   NOT NULL CHECK (length(text) BETWEEN 2 AND 60),
    language text   NOT NULL,
    day      date   NOT NULL,
    asked    bigint NOT NULL CHECK (asked > 0),
    PRIMARY KEY (text, language, day)
);
CREATE INDEX untranslated_query_day ON untranslated_query (day);
--rollback DROP TABLE untranslated_query;

--changeset hms:0011-concept-use
--comment How often each concept was looked up in each district, by week (its Monday); no patient, no caller.
CREATE TABLE concept_use (
    concept  text   NOT NULL,
    district text   NOT NULL,
    week     date   NOT NULL CHECK (extract(isodow FROM week) = 1),
    uses     bigint NOT NULL CHECK (uses > 0),
    PRIMARY KEY (concept, district, week)
);
CREATE INDEX concept_use_week ON concept_use (week);
--rollback DROP TABLE concept_use;

--changeset hms:0011-term-proposal
--comment What people, or the search by labels, propose for the lexicon, and what became of it. Published is what a version holds.
CREATE TABLE term_proposal (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('concept', 'label', 'mapping', 'deprecation')),
    concept     text,
    change      jsonb       NOT NULL,
    origin      text        NOT NULL CHECK (origin IN ('PERSON', 'LABEL_SEARCH')),
    state       text        NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'PUBLISHED')),
    author      text        NOT NULL,
    at          timestamptz NOT NULL,
    reviewer    text        CHECK (reviewer <> author),
    reviewed_at timestamptz,
    reason      text,
    version     text,
    CHECK ((state IN ('ACCEPTED', 'REJECTED', 'PUBLISHED')) = (reviewer IS NOT NULL)),
    CHECK ((state = 'PUBLISHED') = (version IS NOT NULL))
);
CREATE INDEX term_proposal_state ON term_proposal (state, id);
--rollback DROP TABLE term_proposal;
