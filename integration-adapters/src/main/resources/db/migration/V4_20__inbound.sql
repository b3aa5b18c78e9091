-- What outside systems told us by themselves, each once: stored before they are answered, taken in afterwards. The body is sealed, since
-- it may be personal, and dropped when its time is over; the row stays, so that a late repeat is still known.
create table inbound (
    id              bigint      generated always as identity primary key,
    service         text        not null,
    envelope_id     text        not null,
    type            text        not null,
    entity          text,
    body            text,
    headers         text        not null default '{}',
    state           text        not null default 'stored'
                    check (state in ('stored', 'taking', 'done', 'refused', 'dead')),
    attempts        integer     not null default 0,
    faults          integer     not null default 0,
    received_at     timestamptz not null default clock_timestamp(),
    next_attempt_at timestamptz not null default clock_timestamp(),
    leased_until    timestamptz,
    leased_by       text,
    last_error      text,
    done_at         timestamptz,
    unique (service, envelope_id)
);

create index inbound_due on inbound (next_attempt_at) where state = 'stored';
create index inbound_taking on inbound (leased_until) where state = 'taking';
create index inbound_order on inbound (service, entity, id) where state in ('stored', 'taking');
create index inbound_kept on inbound (done_at) where body is not null;
