-- Visits: the folded state, what has to be searched beside it, and every step of the timeline.
create table visit_card (
    generation   integer not null default 1,
    visit_id     text    not null,
    site_id      text    not null,
    business_day date    not null,
    open_items   integer not null,
    card         bytea   not null,
    position     bigint  not null,
    primary key (generation, visit_id)
);

create index visit_card_open on visit_card (generation, site_id) where open_items > 0;

create table visit_step (
    generation   integer     not null default 1,
    visit_id     text        not null,
    position     bigint      not null,
    type         text        not null,
    words        text[]      not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text,
    channel      text,
    reason       text,
    causation_id text,
    primary key (generation, visit_id, position)
);

create table visit_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);
