--liquibase formatted sql

--changeset hms:0031-superseded
--comment A request about a facility that ended by another request ends with it.
ALTER TABLE curation_request DROP CONSTRAINT curation_request_state_check;
ALTER TABLE curation_request ADD CONSTRAINT curation_request_state_check
    CHECK (state IN ('OPEN', 'PUBLISHED', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED'));
--rollback ALTER TABLE curation_request DROP CONSTRAINT curation_request_state_check;
--rollback ALTER TABLE curation_request ADD CONSTRAINT curation_request_state_check CHECK (state IN ('OPEN', 'PUBLISHED', 'REJECTED', 'WITHDRAWN'));

--changeset hms:0031-former-district
--comment In which districts a facility lay until which day, the day itself excluded; so one finds what lay in a district then.
CREATE TABLE facility_former_district (
    facility text NOT NULL REFERENCES place,
    district text NOT NULL REFERENCES place,
    until    date NOT NULL,
    PRIMARY KEY (facility, district, until)
);
CREATE INDEX facility_former_district_district ON facility_former_district (district, until);
--rollback DROP TABLE facility_former_district;
