-- Which of ours an appointment is that an outside system, or (carequeue) somebody here, speaks of: two systems may mean the same one.
create table known_appointment (
    system         text        not null,
    outside_id     text        not null,
    appointment_id text        not null,
    site_id        text        not null,
    service_id     text        not null,
    patient_id     text        not null,
    start_at       timestamptz not null,
    version        text,
    primary key (system, outside_id)
);

create index known_appointment_ours on known_appointment (appointment_id);
create index known_appointment_slot on known_appointment (patient_id, site_id, service_id, start_at);

-- Who the practice management system's patients are here.
create table pms_patient (
    pms_id     text primary key,
    patient_id text not null,
    site_id    text not null,
    version    text
);

-- How far each appointment is, as that system is to know it.
create table pms_standing (
    appointment_id text primary key,
    site_id        text not null,
    service_id     text not null,
    patient_id     text not null,
    status         text not null,
    begun          boolean not null default false,
    visit_id       text
);

-- Visits that may turn out to be for an appointment that only that system knows.
create table pms_visit (
    visit_id       text        primary key,
    site_id        text        not null,
    service_id     text,
    patient_id     text        not null,
    appointment_id text,
    matched        boolean     not null default false,
    state          text        not null check (state in ('requested', 'placed', 'begun', 'finished', 'ended')),
    came_at        timestamptz not null
);

create index pms_visit_patient on pms_visit (patient_id, site_id, came_at);

-- What that system says and cannot be taken yet; taken, and closed, as soon as it can.
create table pms_open (
    pms_id           text        primary key,
    rule             text        not null,
    department       text,
    appointment_type text,
    scheduled        text,
    since            timestamptz not null default clock_timestamp(),
    last_seen        timestamptz not null default clock_timestamp(),
    closed_at        timestamptz
);

create index pms_open_open on pms_open (since) where closed_at is null;
