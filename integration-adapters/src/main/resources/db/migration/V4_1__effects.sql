-- What is to be done outside: the ledger of effects, unique by event and effect. It holds identifiers only, the event is read again from history.
create table effect (
    id              bigint      generated always as identity primary key,
    event_id        text        not null,
    effect          text        not null,
    service         text        not null,
    event_position  bigint      not null,
    aggregate_id    text        not null,
    sequence        bigint      not null,
    sequence_key    text        not null,
    correlation_id  text,
    state           text        not null default 'planned'
                    check (state in ('planned', 'sending', 'done', 'failed', 'unknown', 'dead')),
    in_doubt        boolean     not null default false,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    leased_until    timestamptz,
    leased_by       text,
    last_error      text,
    planned_at      timestamptz not null default clock_timestamp(),
    sent_at         timestamptz,
    done_at         timestamptz,
    unique (event_id, effect)
);

create index effect_due on effect (next_attempt_at) where state in ('planned', 'unknown');
create index effect_sending on effect (leased_until) where state = 'sending';
create index effect_order on effect (sequence_key, event_position, id) where state in ('planned', 'sending', 'unknown');
