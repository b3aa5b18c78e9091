-- The day's plan.
create table appointment_plan (
    generation     integer     not null default 1,
    appointment_id text        not null,
    site_id        text        not null,
    business_day   date        not null,
    service_id     text        not null,
    provider_id    text,
    patient_id     text        not null,
    status         text        not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    kind           text,
    ehr_id         text,
    pms_id         text,
    visit_id       text,
    position       bigint      not null,
    primary key (generation, appointment_id)
);

create index appointment_plan_day on appointment_plan (generation, site_id, business_day, start_at, appointment_id);

create table appointment_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    mrn        text,
    position   bigint  not null,
    primary key (generation, patient_id)
);

-- Patients as staff of their site see them.
create table patient_card (
    generation integer not null default 1,
    patient_id text    not null,
    site_id    text    not null,
    mrn        text,
    first_name text,
    last_name  text,
    birth_date date,
    phone      text,
    email      text,
    gender     text,
    deceased   boolean not null,
    source     text    not null,
    phone_key  text,
    name_key   text,
    last_key   text,
    position   bigint  not null,
    primary key (generation, patient_id)
);

create index patient_card_mrn on patient_card (generation, mrn);
create index patient_card_phone on patient_card (generation, phone_key);
create index patient_card_birth on patient_card (generation, birth_date);

-- Every position of history by what it is about; the events themselves stay in history.
create table audit_index (
    generation  integer     not null default 1,
    position    bigint      not null,
    type        text        not null,
    actor       text,
    site_id     text,
    visit_id    text,
    entities    text[]      not null,
    patients    text[]      not null,
    recorded_at timestamptz not null,
    primary key (generation, position)
);

create index audit_index_entities on audit_index using gin (entities);
create index audit_index_patients on audit_index using gin (patients);
create index audit_index_visit on audit_index (generation, visit_id, position);
create index audit_index_time on audit_index (generation, recorded_at);

create table audit_visit (
    generation integer not null default 1,
    visit_id   text    not null,
    patient_id text    not null,
    primary key (generation, visit_id, patient_id)
);

create index audit_visit_patient on audit_visit (generation, patient_id);
