-- What is known of each secret, as each node sees it; never a value.
create table secret_state (
    name           text        not null,
    node           text        not null,
    source         text        not null,
    settings       text[]      not null,
    version        text,
    since          timestamptz,
    due_at         timestamptz,
    previous       text,
    previous_until timestamptz,
    read_at        timestamptz,
    problem        text,
    seen_at        timestamptz not null default clock_timestamp(),
    primary key (name, node)
);

-- When a value that has no date of its own was first seen: by a keyed hash, of which nothing can be told.
create table secret_first_seen (
    name        text        not null,
    fingerprint text        not null,
    seen_at     timestamptz not null default clock_timestamp(),
    primary key (name, fingerprint)
);

-- Who has read what: reads of one version by one user, as they were written down every second.
create table secret_read (
    id       bigint      generated always as identity primary key,
    name     text        not null,
    version  text        not null,
    reader   text        not null,
    node     text        not null,
    reads    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null
);

create index secret_read_name on secret_read (name, id);

-- Why a service is not healthy, in words without anything personal or secret.
alter table integration_health add column reason text;
