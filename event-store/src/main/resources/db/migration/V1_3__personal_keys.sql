-- The keys of personal values. A master key outside the database wraps each epoch's key, that one the keys of the patients who were
-- new in its month; sealed values name their patient's key.
create sequence key_epoch_number;

create table key_epoch (
    epoch        bigint      primary key,
    month        date        not null,
    master_key   text        not null,
    wrapped      bytea,
    created_at   timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

-- An erased patient's row stays as a tombstone without its key.
create table patient_key (
    key_id       text        primary key,
    patient_id   text        not null unique,
    epoch        bigint      references key_epoch,
    wrapped      bytea,
    created_at   timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null)),
    check (epoch is not null or wrapped is null)
);

create index patient_key_epoch on patient_key (epoch) where wrapped is not null;
