-- How far the EHR's changes have been taken in: everything before the mark, by the EHR's own clock.
create table sync_mark (
    kind text        primary key,
    mark timestamptz not null
);

-- What was taken in around the mark, since several changes may have one time.
create table sync_seen (
    kind    text        not null,
    ehr_id  text        not null,
    version text        not null,
    at      timestamptz,
    seen_at timestamptz not null default clock_timestamp(),
    primary key (kind, ehr_id, version)
);

create index sync_seen_age on sync_seen (kind, seen_at);

-- What could not be taken in, by rule and identifier, until it can be.
create table sync_problem (
    resource  text        primary key,
    problem   text        not null,
    waits_for text,
    retry     boolean     not null default false,
    tries     integer     not null default 0,
    since     timestamptz not null default clock_timestamp(),
    last_at   timestamptz not null default clock_timestamp()
);

create index sync_problem_waits on sync_problem (waits_for) where waits_for is not null;

-- Our subscriptions at the EHR, and how many events of each have been heard. The secret, by which we know them, is sealed.
create table ehr_subscription (
    name            text        not null,
    topic           text        not null,
    subscription_id text,
    last_event      bigint,
    heard_at        timestamptz,
    primary key (name, topic)
);

create table ehr_webhook (
    name   text primary key,
    secret text not null
);
