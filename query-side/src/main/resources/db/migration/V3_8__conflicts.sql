-- Conflicts: the folded states, what has to be searched beside them, and what is said sealed with the patient's key.
create table conflict_card (
    generation  integer     not null default 1,
    conflict_id text        not null,
    site_id     text        not null,
    subject_id  text        not null,
    state       text        not null,
    raised_at   timestamptz not null,
    card        bytea       not null,
    said        text,
    position    bigint      not null,
    primary key (generation, conflict_id)
);

create index conflict_card_oldest on conflict_card (raised_at, conflict_id, generation);
create index conflict_card_open on conflict_card (site_id, raised_at, generation) where state = 'OPEN';

create table conflict_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);

insert into view_generation (view) values ('view.conflicts') on conflict do nothing;
