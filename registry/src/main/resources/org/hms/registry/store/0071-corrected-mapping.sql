--liquibase formatted sql

--changeset hms:0071-corrected-mapping
--comment Whoever reviews a mapping may accept it as corrected; what was proposed stays beside it.
ALTER TABLE term_proposal ADD COLUMN corrected jsonb
    CHECK (corrected IS NULL OR kind = 'mapping' AND state IN ('ACCEPTED', 'PUBLISHED'));
--rollback ALTER TABLE term_proposal DROP COLUMN corrected;
