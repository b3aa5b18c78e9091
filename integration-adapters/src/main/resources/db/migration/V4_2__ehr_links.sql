-- Under which identifier and version the EHR knows what is ours; kind is patient, appointment or visit (an Encounter there).
create table ehr_link (
    kind    text not null check (kind in ('patient', 'appointment', 'visit')),
    our_id  text not null,
    ehr_id  text not null,
    version text,
    primary key (kind, our_id)
);

create index ehr_link_theirs on ehr_link (kind, ehr_id);

-- What the later effects of a visit need of its earlier events.
create table ehr_visit (
    visit_id        text    primary key,
    site_id         text    not null,
    service_id      text,
    patient_id      text    not null,
    appointment_id  text,
    provider_id     text,
    lookup          text,
    ehr_patient_id  text,
    arrived_planned boolean not null default false
);
