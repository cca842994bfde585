--liquibase formatted sql

--changeset hms:0081-import-kind
--comment Lists may be of services too; what was taken in before was of facilities.
ALTER TABLE directory_import ADD COLUMN kind text NOT NULL DEFAULT 'FACILITIES' CHECK (kind IN ('FACILITIES', 'SERVICES'));
--rollback DELETE FROM directory_import_row WHERE import IN (SELECT id FROM directory_import WHERE kind <> 'FACILITIES');
--rollback DELETE FROM directory_import WHERE kind <> 'FACILITIES';
--rollback ALTER TABLE directory_import DROP COLUMN kind;
