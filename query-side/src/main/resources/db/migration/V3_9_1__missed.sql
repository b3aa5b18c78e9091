-- What did not come in: visits left, appointments not kept, payments let off.
create table revenue_missed (
    generation     integer not null default 1,
    id             text    not null,
    position       bigint  not null,
    site_id        text,
    business_day   date,
    visit_id       text,
    appointment_id text,
    purpose        text,
    kind           text    not null,
    count          integer not null,
    amount         bigint,
    currency       text,
    actor          text,
    primary key (generation, id, position)
);

create index revenue_missed_day on revenue_missed (business_day, generation);
