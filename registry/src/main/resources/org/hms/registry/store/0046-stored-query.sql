--liquibase formatted sql

--changeset hms:0046-stored-query
--comment Questions about the lexicon in SPARQL that stewards keep for everybody.
CREATE TABLE stored_query (
    name       text        PRIMARY KEY,
    title      text        NOT NULL,
    query      text        NOT NULL,
    parameters jsonb       NOT NULL,
    author     text        NOT NULL,
    at         timestamptz NOT NULL
);
--rollback DROP TABLE stored_query;
