--liquibase formatted sql

--changeset hms:0013-suspended-key
--comment Statements that make keys and indexes again which are away while a population is loaded.
CREATE TABLE suspended_key (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement text   NOT NULL
);
--rollback DROP TABLE suspended_key;
