-- Claims: the folded states, what has to be searched beside them, and the codes sealed with the patient's key.
create table claim_card (
    generation  integer     not null default 1,
    claim_id    text        not null,
    site_id     text        not null,
    visit_id    text,
    state       text        not null,
    handed_over boolean     not null,
    drafted_at  timestamptz not null,
    card        bytea       not null,
    codes       text,
    position    bigint      not null,
    primary key (generation, claim_id)
);

create index claim_card_oldest on claim_card (drafted_at, claim_id, generation);
create index claim_card_worklist on claim_card (site_id, drafted_at, generation) where handed_over;
create index claim_card_visit on claim_card (visit_id, generation);

create table claim_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);

-- What payers paid, beside what patients paid.
create table revenue_claim (
    generation   integer not null default 1,
    claim_id     text    not null,
    site_id      text    not null,
    visit_id     text,
    payer_name   text,
    service_date date,
    total        bigint  not null,
    position     bigint  not null,
    primary key (generation, claim_id)
);

-- Patients: the record that goes on after a merge, and who may act for them.
alter table patient_card add column merged_into text;

create table patient_related (
    generation integer not null default 1,
    patient_id text    not null,
    person_id  text    not null,
    may        bytea   not null,
    related    text,
    position   bigint  not null,
    primary key (generation, patient_id, person_id)
);

insert into view_generation (view) values ('view.claims') on conflict do nothing;
