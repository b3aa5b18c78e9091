-- History: its index is drawn only under the shared advisory lock (see PostgresEvents), one by one.
create sequence event_index increment 1 cache 1;

create table event (
    global_index   bigint      primary key,
    event_id       text        not null unique,
    aggregate_type text,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    name           text        not null,
    revision       text,
    payload        bytea       not null,
    metadata       bytea       not null,
    recorded_at    timestamptz not null default clock_timestamp(),
    constraint event_stream unique (aggregate_id, sequence)
);

create index event_recorded on event (recorded_at);

create table snapshot (
    aggregate_id   text        primary key,
    aggregate_type text,
    sequence       bigint      not null,
    event_id       text        not null,
    name           text        not null,
    revision       text,
    payload        bytea       not null,
    metadata       bytea       not null,
    recorded_at    timestamptz not null default clock_timestamp()
);

-- Unique keys over aggregates, stored as keyed hashes of kind, scope and value.
create table claimed_key (
    key_hash   bytea       primary key,
    kind       text        not null,
    holder     text        not null,
    claimed_at timestamptz not null default clock_timestamp()
);

create index claimed_key_holder on claimed_key (holder, kind);
