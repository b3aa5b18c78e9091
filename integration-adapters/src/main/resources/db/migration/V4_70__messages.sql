-- What became of each attempt to reach a patient, as the integration nodes know it; the address only as a keyed hash.
create table message_attempt (
    notification_id text        not null,
    attempt         integer     not null,
    channel         text        not null check (channel in ('push', 'sms', 'email')),
    site_id         text        not null,
    patient_id      text        not null,
    address_hash    bytea       not null,
    template        text        not null,
    begun_at        timestamptz not null default clock_timestamp(),
    -- A call may have reached the provider without our knowing what came of it.
    in_doubt        boolean     not null default false,
    provider_id     text,
    status          text        not null default 'dispatched',
    code            text,
    -- perhaps-twice: sent again although an earlier call was never answered; unknown: given up without an answer.
    flag            text        check (flag in ('perhaps-twice', 'unknown')),
    ask_at          timestamptz,
    asked           integer     not null default 0,
    tapped_at       timestamptz,
    primary key (notification_id, attempt)
);

create unique index message_provider on message_attempt (channel, provider_id) where provider_id is not null;
create index message_address on message_attempt (channel, address_hash);
create index message_ask on message_attempt (ask_at) where ask_at is not null;

-- Numbers that answered STOP, whoever has them.
create table message_stop (
    channel      text        not null,
    address_hash bytea       not null,
    since        timestamptz not null default clock_timestamp(),
    primary key (channel, address_hash)
);
