-- What the EHR has not taken of appointments for which nobody came; nothing personal.
create table ehr_untold (
    appointment_id text primary key,
    what           text not null,
    why            text not null,
    since          timestamptz not null default clock_timestamp()
);
