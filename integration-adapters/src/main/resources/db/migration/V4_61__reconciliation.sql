-- How an attempt by card stands by our own history, beside what the provider says of it.
alter table card_charge add column stands text not null default 'started';

-- What cards' holders dispute.
create table card_dispute (
    dispute_id text        primary key,
    attempt_id text        not null,
    payment_id text        not null,
    site_id    text,
    amount     bigint,
    currency   text,
    stands     text        not null,
    at         timestamptz not null
);

-- One business day of one account at the provider.
create table reconciliation_day (
    account      text        not null,
    business_day date        not null,
    site_ids     text[]      not null,
    begins       timestamptz not null,
    ends         timestamptz not null,
    wanted       boolean     not null default true,
    leased_until timestamptz,
    compared_at  timestamptz,
    problem      text,
    primary key (account, business_day)
);

-- What moved on it, by currency, in minor units: what the provider says, and what we have.
create table reconciliation_total (
    account      text   not null,
    business_day date   not null,
    currency     text   not null,
    taken_ours   bigint not null,
    taken_theirs bigint not null,
    back_ours    bigint not null,
    back_theirs  bigint not null,
    disputed     bigint not null,
    fees         bigint not null,
    primary key (account, business_day, currency)
);

-- One thing about which the two ledgers say different things; open until a person closes it, or later news do.
create table reconciliation_difference (
    difference_id text        primary key,
    account       text        not null,
    site_id       text        not null,
    business_day  date        not null,
    kind          text        not null,
    what          text        not null,
    provider_id   text,
    payment_id    text,
    attempt_id    text,
    currency      text,
    amount_ours   bigint,
    amount_theirs bigint,
    stands_ours   text,
    stands_theirs text,
    found_at      timestamptz not null,
    seen_at       timestamptz not null,
    state         text        not null,
    closed_at     timestamptz,
    closed_by     text,
    reason        text
);

create index reconciliation_difference_open on reconciliation_difference (state, found_at);
create index reconciliation_difference_day on reconciliation_difference (account, business_day);
