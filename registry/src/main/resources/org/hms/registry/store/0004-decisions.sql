--liquibase formatted sql

--changeset hms:0004-act
--comment What stewards did, each with its reason; nothing is deleted, an act is withdrawn as a whole.
CREATE SEQUENCE act_id;
CREATE TABLE act (
    id            bigint      PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('SAME', 'DIFFERENT', 'MERGE', 'SPLIT', 'MOVE', 'PIN', 'DECEASED', 'CONFIDENTIAL')),
    state         text        NOT NULL CHECK (state IN ('PROPOSED', 'APPLIED', 'WITHDRAWN')),
    intent        jsonb       NOT NULL,
    task          bigint,
    moves         integer     NOT NULL CHECK (moves >= 0),
    stated_by     text        NOT NULL,
    reason        text        NOT NULL CHECK (btrim(reason) <> ''),
    stated_at     timestamptz NOT NULL,
    approved_by   text,
    approved_at   timestamptz,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    withdrawn_why text,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (approved_by <> stated_by),
    CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_why IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX act_state ON act (state, id);
CREATE INDEX act_task ON act (task) WHERE task IS NOT NULL;
CREATE TABLE act_record (
    record_id text   NOT NULL,
    act       bigint NOT NULL REFERENCES act,
    PRIMARY KEY (record_id, act)
);
CREATE INDEX act_record_act ON act_record (act);
CREATE TABLE golden_mark (
    act        bigint      NOT NULL REFERENCES act,
    record_id  text        NOT NULL,
    field      text        NOT NULL,
    from_record boolean    NOT NULL,
    said       jsonb,
    live       boolean     NOT NULL DEFAULT true,
    PRIMARY KEY (record_id, field, act),
    CHECK (from_record <> (said IS NOT NULL) OR field = 'confidential')
);
CREATE INDEX golden_mark_act ON golden_mark (act);
--rollback DROP TABLE golden_mark; DROP TABLE act_record; DROP TABLE act; DROP SEQUENCE act_id;

--changeset hms:0004-decision-of-act
--comment Several acts may say the same of one pair, and each is withdrawn by itself.
ALTER TABLE decision ADD COLUMN act bigint REFERENCES act;
DROP INDEX decision_live;
CREATE UNIQUE INDEX decision_live ON decision (left_record, right_record, act) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;
CREATE INDEX decision_act ON decision (act);
--rollback DROP INDEX decision_act; DROP INDEX decision_live; ALTER TABLE decision DROP COLUMN act; CREATE UNIQUE INDEX decision_live ON decision (left_record, right_record) WHERE withdrawn_at IS NULL;

--changeset hms:0004-home
--comment The enterprise id a record would have had nobody decided anything, kept where it is another than the one it has.
CREATE TABLE home (
    record_id text PRIMARY KEY,
    eid       text NOT NULL
);
CREATE INDEX home_eid ON home (eid);
--rollback DROP TABLE home;

--changeset hms:0004-review
--comment A pair has one task that opens and closes; a second review is a task of its own that names the first.
ALTER TABLE review_task ADD COLUMN risk smallint NOT NULL DEFAULT 1 CHECK (risk BETWEEN 1 AND 4);
ALTER TABLE review_task ADD COLUMN claimed_by text;
ALTER TABLE review_task ADD COLUMN claimed_at timestamptz;
ALTER TABLE review_task ADD COLUMN second_of bigint REFERENCES review_task;
ALTER TABLE review_task ADD CONSTRAINT review_task_claim CHECK ((claimed_by IS NULL) = (claimed_at IS NULL));
DROP INDEX review_task_open;
CREATE UNIQUE INDEX review_task_open ON review_task (left_record, right_record) WHERE open AND second_of IS NULL;
CREATE INDEX review_task_pair ON review_task (left_record, right_record);
CREATE INDEX review_task_right ON review_task (right_record);
CREATE TABLE review_answer (
    id        bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task      bigint           NOT NULL,
    answer    text             NOT NULL CHECK (answer IN ('SAME', 'DIFFERENT', 'CANNOT_TELL', 'FIX_SOURCE')),
    weight    double precision NOT NULL,
    act       bigint           REFERENCES act,
    given_by  text             NOT NULL,
    given_at  timestamptz      NOT NULL,
    reason    text             NOT NULL CHECK (btrim(reason) <> ''),
    undone_by text,
    undone_at timestamptz,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE UNIQUE INDEX review_answer_live ON review_answer (task) WHERE undone_at IS NULL;
CREATE INDEX review_answer_act ON review_answer (act);
--rollback DROP TABLE review_answer; DELETE FROM review_task WHERE second_of IS NOT NULL; DROP INDEX review_task_right; DROP INDEX review_task_pair; DROP INDEX review_task_open; CREATE UNIQUE INDEX review_task_open ON review_task (left_record, right_record) WHERE open; ALTER TABLE review_task DROP COLUMN second_of, DROP COLUMN claimed_at, DROP COLUMN claimed_by, DROP COLUMN risk;

--changeset hms:0004-confidential
--comment Each search by name asks who is confidential.
CREATE INDEX golden_mark_confidential ON golden_mark (record_id) WHERE live AND field = 'confidential';
--rollback DROP INDEX golden_mark_confidential;
