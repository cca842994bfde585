--liquibase formatted sql

--changeset hms:0007-change-reads
--comment Who moved, and which ids passed into which, is asked by the change at which it happened.
CREATE INDEX membership_from_change ON membership (from_change);
CREATE INDEX membership_to_change ON membership (to_change) WHERE to_change IS NOT NULL;
CREATE INDEX lineage_change ON lineage (change);
--rollback DROP INDEX lineage_change; DROP INDEX membership_to_change; DROP INDEX membership_from_change;

--changeset hms:0007-subscription
--comment What a subscriber wants, where it goes, and how far it has come. Headers are sent, never shown.
CREATE TABLE subscription (
    id               text        PRIMARY KEY,
    version          integer     NOT NULL CHECK (version > 0),
    status           text        NOT NULL CHECK (status IN ('REQUESTED', 'ACTIVE', 'ERROR', 'OFF')),
    error            text,
    owner            text        NOT NULL,
    owner_role       text        NOT NULL,
    owner_source     text        REFERENCES source_system,
    owner_purpose    text        NOT NULL,
    criteria         text        NOT NULL,
    filters          text[]      NOT NULL,
    channel          jsonb       NOT NULL,
    headers          text[]      NOT NULL,
    details          jsonb       NOT NULL,
    ends_at          timestamptz,
    changed_at       timestamptz NOT NULL,
    scanned_to       bigint      NOT NULL,
    events           bigint      NOT NULL DEFAULT 0 CHECK (events >= 0),
    delivered        bigint      NOT NULL DEFAULT 0 CHECK (delivered BETWEEN 0 AND events),
    attempts         integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_try         timestamptz,
    next_heartbeat   timestamptz
);
CREATE INDEX subscription_owner_source ON subscription (owner_source);
CREATE TABLE subscription_event (
    subscription_id text        NOT NULL REFERENCES subscription ON DELETE CASCADE,
    number          bigint      NOT NULL CHECK (number > 0),
    change          bigint      NOT NULL,
    at              timestamptz NOT NULL,
    eid             text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('OPENED', 'CHANGED', 'MERGED', 'SPLIT')),
    PRIMARY KEY (subscription_id, number)
);
CREATE INDEX subscription_event_at ON subscription_event (at);
--rollback DROP TABLE subscription_event; DROP TABLE subscription;
