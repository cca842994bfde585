--liquibase formatted sql

--changeset hms:0030-place-sphere
--comment Each located place is a point on the unit sphere: what is nearer along the ground is nearer through the earth too, so an
--comment index of points gives the nearest first, across the antimeridian and the poles. The extension stays when the schema goes.
CREATE EXTENSION IF NOT EXISTS cube;
ALTER TABLE place ADD COLUMN position cube GENERATED ALWAYS AS (
    CASE WHEN latitude IS NOT NULL THEN cube(ARRAY[
        cos(radians(latitude)) * cos(radians(longitude)),
        cos(radians(latitude)) * sin(radians(longitude)),
        sin(radians(latitude))]) END) STORED;
DROP INDEX place_position;
CREATE INDEX place_sphere ON place USING gist (position);
--rollback DROP INDEX place_sphere;
--rollback ALTER TABLE place DROP COLUMN position;
--rollback CREATE INDEX place_position ON place (latitude, longitude) WHERE latitude IS NOT NULL;

--changeset hms:0030-place-names
--comment All folded names of a place, each after a line feed. A rare name is found in the index of names; a common one soon, by
--comment walking along this one in the order of ids, so that a page needs neither all matches nor a sort.
ALTER TABLE place ADD COLUMN folded text NOT NULL DEFAULT '';
UPDATE place SET folded = n.folded
FROM (SELECT entry_id, string_agg(E'\n' || folded, '' ORDER BY part, name) AS folded FROM directory_name GROUP BY entry_id) n
WHERE n.entry_id = place.id;
CREATE INDEX place_walk ON place (id) INCLUDE (folded);
ALTER TABLE directory_name ADD COLUMN of_place boolean NOT NULL DEFAULT false;
UPDATE directory_name SET of_place = true WHERE entry_id IN (SELECT id FROM place);
CREATE INDEX directory_name_begins ON directory_name (folded COLLATE "C", entry_id) WHERE of_place;
--rollback DROP INDEX directory_name_begins;
--rollback ALTER TABLE directory_name DROP COLUMN of_place;
--rollback DROP INDEX place_walk;
--rollback ALTER TABLE place DROP COLUMN folded;
