-- What a payer calls a question that it has taken and not yet answered; nothing personal.
create table payer_question (
    reference text primary key,
    there     text not null,
    taken_at  timestamptz not null default clock_timestamp()
);
