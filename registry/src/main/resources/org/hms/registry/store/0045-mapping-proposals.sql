--liquibase formatted sql

--changeset hms:0045-mapping-proposal-origins
--comment Mappings are also proposed by the linkage engine and come in files.
ALTER TABLE term_proposal DROP CONSTRAINT term_proposal_origin_check;
ALTER TABLE term_proposal ADD CONSTRAINT term_proposal_origin_check
    CHECK (origin IN ('PERSON', 'LABEL_SEARCH', 'LINKAGE', 'IMPORT'));
CREATE INDEX term_proposal_mapping ON term_proposal (concept) WHERE kind = 'mapping';
--rollback DROP INDEX term_proposal_mapping;
--rollback ALTER TABLE term_proposal DROP CONSTRAINT term_proposal_origin_check;
--rollback ALTER TABLE term_proposal ADD CONSTRAINT term_proposal_origin_check CHECK (origin IN ('PERSON', 'LABEL_SEARCH'));
