-- Eligibility checks and notifications: the folded states, and what has to be searched beside them.
create table eligibility_check (
    generation  integer     not null default 1,
    check_id    text        not null,
    site_id     text        not null,
    visit_id    text,
    state       text        not null,
    handed_over boolean     not null,
    asked_at    timestamptz not null,
    card        bytea       not null,
    position    bigint      not null,
    primary key (generation, check_id)
);

create index eligibility_check_oldest on eligibility_check (asked_at, check_id, generation);
create index eligibility_check_worklist on eligibility_check (site_id, asked_at, generation) where handed_over;
create index eligibility_check_visit on eligibility_check (visit_id, generation);

create table eligibility_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);

create table notification_card (
    generation      integer     not null default 1,
    notification_id text        not null,
    site_id         text        not null,
    visit_id        text,
    state           text        not null,
    requested_at    timestamptz not null,
    card            bytea       not null,
    position        bigint      not null,
    primary key (generation, notification_id)
);

create index notification_card_newest on notification_card (requested_at desc, notification_id desc, generation);
create index notification_card_visit on notification_card (visit_id, generation);

insert into view_generation (view) values ('view.eligibility'), ('view.notifications') on conflict do nothing;
