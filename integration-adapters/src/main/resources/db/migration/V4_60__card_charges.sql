-- What the provider of card payments was asked and under which identifiers it knows it; never a card's number.
create table card_charge (
    attempt_id        text        primary key,
    payment_id        text        not null,
    site_id           text        not null,
    patient_id        text,
    method            text        not null,
    amount            bigint      not null,
    currency          text        not null,
    manual            boolean     not null,
    reader_id         text,
    payment_method_id text,
    started_at        timestamptz not null,
    good_until        timestamptz not null,
    -- The first time that a call may have reached the provider.
    sent_at           timestamptz,
    intent_id         text,
    page_id           text,
    cancel_wanted     boolean     not null default false,
    captured          bigint      not null default 0,
    captured_at       timestamptz
);

create index card_charge_intent on card_charge (intent_id);
create index card_charge_page on card_charge (page_id);
create index card_charge_captured on card_charge (site_id, captured_at) where captured > 0;

-- Money that goes back to a card.
create table card_refund (
    refund_id   text        primary key,
    attempt_id  text        not null,
    payment_id  text        not null,
    site_id     text        not null,
    amount      bigint      not null,
    currency    text        not null,
    provider_id text,
    done_at     timestamptz
);

create index card_refund_attempt on card_refund (attempt_id);

-- Under which customer the provider keeps the cards of a patient, by account.
create table card_customer (
    account     text not null,
    patient_id  text not null,
    customer_id text not null,
    primary key (account, patient_id)
);
