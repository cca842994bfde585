--liquibase formatted sql

--changeset hms:0005-person-search
--comment What persons are found by; rows are made by Java from the golden record, since folding is done there, and filled at
--comment the first start. One inverted index over marked terms ('f.ayala' for a family name that begins so) answers all
--comment text parameters together. An id that was merged keeps a row without terms.
CREATE TABLE person_search (
    eid        text        PRIMARY KEY REFERENCES person,
    living     boolean     NOT NULL,
    active     boolean     NOT NULL,
    updated_at timestamptz NOT NULL,
    sex        text        CHECK (sex IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    born_from  date,
    born_until date,
    family     text,
    given      text,
    terms      tsvector    NOT NULL,
    CHECK (living OR NOT active),
    CHECK (born_until > born_from),
    CHECK ((born_from IS NULL) = (born_until IS NULL))
);
CREATE INDEX person_search_terms ON person_search USING gin (terms);
CREATE INDEX person_search_born ON person_search (born_from) WHERE born_from IS NOT NULL;
CREATE INDEX person_search_updated ON person_search (updated_at);
CREATE INDEX person_search_inactive ON person_search (eid) WHERE NOT active;
--rollback DROP TABLE person_search;

--changeset hms:0005-person-word
--comment The words there are, so that a search by what a word contains looks through words and not through people.
CREATE TABLE person_word (
    field text NOT NULL,
    word  text NOT NULL,
    PRIMARY KEY (field, word)
);
CREATE INDEX person_word_part ON person_word USING gin (word gin_trgm_ops);
--rollback DROP TABLE person_word;

--changeset hms:0005-history
--comment Histories are read by time; changes come in their order, so a few pages of block ranges are index enough.
CREATE INDEX change_at ON change USING brin (at) WITH (autosummarize = on);
CREATE INDEX golden_record_change ON golden_record (change);
--rollback DROP INDEX golden_record_change; DROP INDEX change_at;
