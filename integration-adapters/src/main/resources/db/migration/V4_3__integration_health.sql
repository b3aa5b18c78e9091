-- How each outside service does, as the integration nodes see it.
create table integration_health (
    service          text        primary key,
    status           text        not null check (status in ('healthy', 'degraded', 'down')),
    response_time_ms bigint,
    last_checked     timestamptz not null,
    error_count      bigint      not null,
    uptime           double precision not null,
    circuit          text        not null,
    data_as_of       timestamptz,
    node             text        not null
);

-- Calls and probes by the minute; error_count and uptime are summed from it.
create table integration_minute (
    service text        not null,
    minute  timestamptz not null,
    errors  bigint      not null,
    checks  bigint      not null,
    up      bigint      not null,
    primary key (service, minute)
);

-- Who carries out what only one node may do at a time, and when it was last done.
create table integration_lease (
    name         text        primary key,
    holder       text,
    leased_until timestamptz not null,
    done_at      timestamptz
);
