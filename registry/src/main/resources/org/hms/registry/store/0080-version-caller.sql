--liquibase formatted sql

--changeset hms:0080-version-caller
--comment Who published a version: so what ships is told from what was edited since. Of what was published before only the data
--comment that ship matter; the audit trail tells them.
ALTER TABLE directory_entry_version ADD COLUMN caller text;
UPDATE directory_entry_version v SET caller = a.caller
FROM audit_entry a CROSS JOIN unnest(a.subject_ids) AS s (id)
WHERE a.caller = 'seed' AND a.action = 'publish' AND v.entry_id = s.id AND v.at = a.at;
--rollback ALTER TABLE directory_entry_version DROP COLUMN caller;
