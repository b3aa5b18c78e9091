-- Payments, tills and receipts: the folded states, and what has to be searched beside them.
create table payment_card (
    generation   integer     not null default 1,
    payment_id   text        not null,
    site_id      text        not null,
    business_day date        not null,
    visits       text[]      not null,
    state        text        not null,
    asked_at     timestamptz not null,
    card         bytea       not null,
    position     bigint      not null,
    primary key (generation, payment_id)
);

create index payment_card_newest on payment_card (asked_at desc, payment_id desc, generation);
create index payment_card_site on payment_card (site_id, asked_at desc, payment_id desc, generation);
create index payment_card_visits on payment_card using gin (visits);

create table payment_patient (
    generation integer not null default 1,
    patient_id text    not null,
    name       text    not null,
    position   bigint  not null,
    primary key (generation, patient_id)
);

create table payment_till (
    generation   integer not null default 1,
    till_id      text    not null,
    site_id      text    not null,
    business_day date    not null,
    card         bytea   not null,
    position     bigint  not null,
    primary key (generation, till_id)
);

create index payment_till_day on payment_till (site_id, business_day, generation);

create table payment_receipt (
    generation integer not null default 1,
    site_id    text    not null,
    number     bigint  not null,
    payment_id text    not null,
    receipt    bytea   not null,
    primary key (generation, site_id, number)
);

create index payment_receipt_payment on payment_receipt (payment_id, generation);

-- Revenue: what each visit has in each movement of money, and to whom visits belong.
create table revenue_payment (
    generation integer not null default 1,
    payment_id text    not null,
    card       bytea   not null,
    position   bigint  not null,
    primary key (generation, payment_id)
);

create table revenue_money (
    generation     integer not null default 1,
    payment_id     text    not null,
    position       bigint  not null,
    part           integer not null,
    site_id        text    not null,
    business_day   date    not null,
    visit_id       text,
    appointment_id text,
    purpose        text,
    method         text,
    payer_name     text,
    amount         bigint  not null,
    currency       text    not null,
    actor          text,
    primary key (generation, payment_id, position, part)
);

create index revenue_money_day on revenue_money (business_day, generation);

create table revenue_visit (
    generation     integer not null default 1,
    visit_id       text    not null,
    service_id     text,
    provider_id    text,
    appointment_id text,
    position       bigint  not null,
    primary key (generation, visit_id)
);

create table revenue_appointment (
    generation     integer not null default 1,
    appointment_id text    not null,
    service_id     text,
    provider_id    text,
    position       bigint  not null,
    primary key (generation, appointment_id)
);

create table revenue_entry (
    generation  integer not null default 1,
    entry_id    text    not null,
    visit_id    text    not null,
    provider_id text,
    position    bigint  not null,
    primary key (generation, entry_id)
);

create index revenue_entry_visit on revenue_entry (visit_id, generation);

create table revenue_payer (
    generation integer not null default 1,
    check_id   text    not null,
    visit_id   text,
    payer_name text,
    position   bigint  not null,
    primary key (generation, check_id)
);

create index revenue_payer_visit on revenue_payer (visit_id, generation);

insert into view_generation (view) values ('view.payments'), ('view.revenue') on conflict do nothing;
