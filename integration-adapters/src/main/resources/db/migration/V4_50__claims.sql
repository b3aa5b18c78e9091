-- Which bill travelled in which interchange, and what payers said that belongs to no claim of ours.
create table claim_interchange (
    number         bigint      primary key,
    control_number text        not null,
    sent_at        timestamptz not null default clock_timestamp()
);

create table claim_unmatched (
    id             bigint      generated always as identity primary key,
    source         text        not null,
    number         integer     not null,
    kind           text        not null,
    control_number text,
    amount         bigint,
    currency       text,
    codes          text        not null,
    received_at    timestamptz not null default clock_timestamp(),
    unique (source, number)
);
