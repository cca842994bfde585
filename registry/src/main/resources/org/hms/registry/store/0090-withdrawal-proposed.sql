--liquibase formatted sql

--changeset hms:0090-withdrawal-proposed
--comment A withdrawal that moves many records waits for another steward; until then the act counts.
ALTER TABLE act
    ADD COLUMN withdrawal_by  text,
    ADD COLUMN withdrawal_at  timestamptz,
    ADD COLUMN withdrawal_why text,
    DROP CONSTRAINT act_state_check,
    ADD CONSTRAINT act_state_check CHECK (state IN ('PROPOSED', 'APPLIED', 'WITHDRAWAL_PROPOSED', 'WITHDRAWN')),
    ADD CONSTRAINT act_withdrawal_said CHECK ((withdrawal_by IS NULL) = (withdrawal_at IS NULL)
        AND (withdrawal_why IS NULL) = (withdrawal_at IS NULL)),
    ADD CONSTRAINT act_withdrawal_proposed CHECK (state <> 'WITHDRAWAL_PROPOSED' OR withdrawal_at IS NOT NULL),
    ADD CONSTRAINT act_withdrawal_by_two CHECK (withdrawn_by <> withdrawal_by);
--rollback ALTER TABLE act DROP COLUMN withdrawal_by, DROP COLUMN withdrawal_at, DROP COLUMN withdrawal_why, DROP CONSTRAINT act_state_check, ADD CONSTRAINT act_state_check CHECK (state IN ('PROPOSED', 'APPLIED', 'WITHDRAWN'));
