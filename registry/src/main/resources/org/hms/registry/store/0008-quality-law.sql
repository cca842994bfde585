--liquibase formatted sql

--changeset hms:0008-record-quality
--comment What is wanting in the newest version of each active record; written in the transaction of that version.
CREATE TABLE record_quality (
    record_id      text        PRIMARY KEY,
    source         text        NOT NULL,
    facility       text        NOT NULL,
    district       text        NOT NULL,
    month          date        NOT NULL,
    codes          smallint[]  NOT NULL,
    documented     boolean     NOT NULL,
    provisional    text        CHECK (provisional IN ('IPS_CHILD', 'NEWBORN')),
    first_received timestamptz NOT NULL
);
CREATE INDEX record_quality_source ON record_quality (source, record_id);
CREATE INDEX record_quality_codes ON record_quality USING gin (codes);
CREATE INDEX record_quality_provisional ON record_quality (first_received) WHERE provisional IS NOT NULL;
--rollback DROP TABLE record_quality;

--changeset hms:0008-quality-cell
--comment How many records carry each code; kept by the triggers below, so that figures are sums over few rows.
CREATE TABLE quality_cell (
    source   text     NOT NULL,
    facility text     NOT NULL,
    district text     NOT NULL,
    month    date     NOT NULL,
    code     smallint NOT NULL,
    records  bigint   NOT NULL,
    PRIMARY KEY (source, facility, district, month, code)
);
--rollback DROP TABLE quality_cell;

--changeset hms:0008-quality-count splitStatements:false
CREATE FUNCTION add_to_quality_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO quality_cell AS cell (source, facility, district, month, code, records)
    SELECT source, facility, district, month, code, count(*) FROM added, unnest(codes) AS code
    GROUP BY source, facility, district, month, code ORDER BY source, facility, district, month, code
    ON CONFLICT (source, facility, district, month, code) DO UPDATE SET records = cell.records + excluded.records;
    RETURN NULL;
END $$;
CREATE FUNCTION take_from_quality_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO quality_cell AS cell (source, facility, district, month, code, records)
    SELECT source, facility, district, month, code, -count(*) FROM removed, unnest(codes) AS code
    GROUP BY source, facility, district, month, code ORDER BY source, facility, district, month, code
    ON CONFLICT (source, facility, district, month, code) DO UPDATE SET records = cell.records + excluded.records;
    RETURN NULL;
END $$;
CREATE FUNCTION move_between_quality_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO quality_cell AS cell (source, facility, district, month, code, records)
    SELECT source, facility, district, month, code, sum(one) FROM (
        SELECT source, facility, district, month, unnest(codes) AS code, 1 AS one FROM added
        UNION ALL
        SELECT source, facility, district, month, unnest(codes) AS code, -1 FROM removed
    ) AS moved
    GROUP BY source, facility, district, month, code HAVING sum(one) <> 0
    ORDER BY source, facility, district, month, code
    ON CONFLICT (source, facility, district, month, code) DO UPDATE SET records = cell.records + excluded.records;
    RETURN NULL;
END $$;
CREATE TRIGGER record_quality_added AFTER INSERT ON record_quality
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_to_quality_cells();
CREATE TRIGGER record_quality_removed AFTER DELETE ON record_quality
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION take_from_quality_cells();
CREATE TRIGGER record_quality_moved AFTER UPDATE ON record_quality
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION move_between_quality_cells();
--rollback DROP TRIGGER record_quality_moved ON record_quality; DROP TRIGGER record_quality_removed ON record_quality; DROP TRIGGER record_quality_added ON record_quality; DROP FUNCTION move_between_quality_cells(); DROP FUNCTION take_from_quality_cells(); DROP FUNCTION add_to_quality_cells();

--changeset hms:0008-provisional-notice
--comment Which provisional identities were found expired by the nightly sweep, and when; the work list does not need it.
CREATE TABLE provisional_notice (
    eid        text        NOT NULL,
    since      timestamptz NOT NULL,
    noticed_at timestamptz NOT NULL,
    PRIMARY KEY (eid, since)
);
--rollback DROP TABLE provisional_notice;

--changeset hms:0008-objection
--comment An objection hangs on the person's records and so follows them through merges and splits.
CREATE TABLE objection (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_id    text        NOT NULL,
    reason       text        NOT NULL CHECK (btrim(reason) <> ''),
    stated_by    text        NOT NULL,
    stated_at    timestamptz NOT NULL,
    withdrawn_by text,
    withdrawn_at timestamptz,
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX objection_live ON objection (record_id) WHERE withdrawn_at IS NULL;
--rollback DROP TABLE objection;

--changeset hms:0008-rectification
--comment What a person says is wrong, put before the source whose record the golden value came from.
CREATE TABLE rectification (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    eid        text        NOT NULL,
    field      text        NOT NULL,
    wrong      text        NOT NULL,
    evidence   text        NOT NULL,
    record_id  text        NOT NULL,
    source     text        NOT NULL REFERENCES source_system,
    opened_by  text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED')),
    reason     text,
    closed_by  text,
    closed_at  timestamptz,
    CHECK ((state = 'OPEN') = (closed_at IS NULL)),
    CHECK ((closed_at IS NULL) = (reason IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX rectification_source ON rectification (source, state, due_at);
CREATE INDEX rectification_record ON rectification (record_id);
--rollback DROP TABLE rectification;

--changeset hms:0008-audit-retention splitStatements:false
--comment Audit entries still cannot be changed; they can be deleted by a retention sweep that names its limit, no earlier than a year.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before timestamptz := nullif(current_setting('registry.retention_before', true), '')::timestamptz;
BEGIN
    IF before IS NULL OR OLD.at >= before OR OLD.at >= now() - interval '1 year' THEN
        RAISE EXCEPTION 'The audit trail is append-only';
    END IF;
    RETURN OLD;
END $$;
DROP TRIGGER audit_entry_append_only ON audit_entry;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_retained BEFORE DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_early_deletion();
--rollback DROP TRIGGER audit_entry_retained ON audit_entry; DROP TRIGGER audit_entry_not_emptied ON audit_entry; DROP TRIGGER audit_entry_append_only ON audit_entry; CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); DROP FUNCTION refuse_early_deletion();
