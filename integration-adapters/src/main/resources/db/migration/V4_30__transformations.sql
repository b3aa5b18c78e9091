-- Every payload that crossed the border and the rule by which: names of fields, never values.
create table transformation (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    rule       text        not null,
    version    integer     not null,
    service    text        not null,
    direction  text        not null check (direction in ('in', 'out')),
    purpose    text        not null,
    basis      text        not null,
    patient_id text,
    kept       text[]      not null,
    masked     text[]      not null,
    encrypted  text[]      not null,
    dropped    text[]      not null
);

create index transformation_patient on transformation (patient_id, id);
create index transformation_service on transformation (service, id);
