CREATE MACRO plain(name) AS nullif(trim(regexp_replace(regexp_replace(strip_accents(lower(name)), '[^a-z ]', ' ', 'g'), ' +', ' ', 'g')), '');
CREATE TABLE person AS
SELECT rec_id,
       plain(given_names)                                                             AS given,
       split_part(plain(given_names), ' ', 1)                                         AS given1,
       plain(first_surname)                                                           AS surname1,
       plain(second_surname)                                                          AS surname2,
       CASE WHEN regexp_full_match(birth_date, '\d{4}-\d{2}-\d{2}') THEN birth_date END AS dob,
       try_cast(birth_date AS DATE)                                                   AS born,
       CASE WHEN regexp_full_match(cedula, '\d{5,10}')
                 AND NOT regexp_full_match(cedula, '0+|1+|9+|1234567') THEN cedula END AS cedula,
       nullif(sex, '')                                                                AS sex,
       nullif(phone, '')                                                              AS phone,
       nullif(district, '')                                                           AS district
FROM raw;
CREATE TABLE f_given AS SELECT given AS v, count(*) / sum(count(*)) OVER () AS tf FROM person WHERE given IS NOT NULL GROUP BY given;
CREATE TABLE f_surname1 AS SELECT surname1 AS v, count(*) / sum(count(*)) OVER () AS tf FROM person WHERE surname1 IS NOT NULL GROUP BY surname1;
CREATE TABLE f_surname2 AS SELECT surname2 AS v, count(*) / sum(count(*)) OVER () AS tf FROM person WHERE surname2 IS NOT NULL GROUP BY surname2;
CREATE TABLE people AS
SELECT row_number() OVER () AS n, p.*, a.tf AS tf_given, b.tf AS tf_surname1, c.tf AS tf_surname2
FROM person p
LEFT JOIN f_given a ON p.given = a.v
LEFT JOIN f_surname1 b ON p.surname1 = b.v
LEFT JOIN f_surname2 c ON p.surname2 = c.v;
DROP TABLE raw;
DROP TABLE person;
