-- The board: one generation is live, the next is built beside it.
create table board_queue (
    generation   integer not null default 1,
    queue_id     text    not null,
    site_id      text    not null,
    service_id   text    not null,
    business_day date    not null,
    state        text    not null,
    policy       text    not null,
    position     bigint  not null,
    primary key (generation, queue_id)
);

create index board_queue_day on board_queue (generation, site_id, business_day);

create table board_entry (
    generation         integer     not null default 1,
    queue_id           text        not null,
    entry_id           text        not null,
    ticket             text        not null,
    number             bigint      not null,
    state              text        not null,
    acuity             integer,
    visit_id           text        not null,
    patient_id         text        not null,
    provider_id        text,
    slot               timestamptz,
    joined_at          timestamptz not null,
    arrived_at         timestamptz not null,
    called_at          timestamptz,
    started_at         timestamptz,
    ended_at           timestamptz,
    service_point      text,
    service_point_name text,
    held               text,
    recalls            integer     not null,
    overtaken          integer     not null,
    elsewhere          boolean     not null,
    undoable           text,
    position           bigint      not null,
    primary key (generation, queue_id, entry_id)
);

create index board_entry_visit on board_entry (generation, visit_id);

-- What the visits say of their entries: the patient named later, and what is still open.
create table board_visit (
    generation integer not null default 1,
    visit_id   text    not null,
    patient_id text,
    flags      text[]  not null default '{}',
    position   bigint  not null,
    primary key (generation, visit_id)
);

create table board_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);
