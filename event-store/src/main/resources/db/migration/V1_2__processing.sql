create table token (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    touched_at     text,
    owner          text,
    primary key (processor_name, segment)
);

create table saga (
    saga_id   text primary key,
    saga_type text,
    revision  text,
    body      bytea
);

create table saga_association (
    id        bigint generated always as identity primary key,
    key       text not null,
    value     text not null,
    saga_type text not null,
    saga_id   text not null
);

create index saga_association_find on saga_association (saga_type, key, value);
create index saga_association_saga on saga_association (saga_id);

create table dead_letter (
    letter_id          text   primary key,
    processing_group   text   not null,
    sequence_id        text   not null,
    sequence_index     bigint not null,
    message_type       text   not null,
    event_id           text   not null,
    recorded_at        text   not null,
    payload_type       text   not null,
    payload_revision   text,
    payload            bytea  not null,
    metadata           bytea,
    aggregate_type     text,
    aggregate_id       text,
    sequence           bigint,
    token_type         text,
    token              bytea,
    enqueued_at        text   not null,
    last_touched       text,
    processing_started text,
    cause_type         text,
    cause_message      text,
    diagnostics        bytea,
    unique (processing_group, sequence_id, sequence_index)
);

-- How far each segment of a view has passed, handled or not.
create table view_position (
    view     text    not null,
    segment  integer not null,
    position bigint  not null,
    primary key (view, segment)
);

-- Answers kept for commands that are repeated under the same key.
create table repeat (
    scope           text        not null,
    key             text        not null,
    body_hash       text        not null,
    result_type     text        not null,
    result_revision text,
    result          bytea       not null,
    position        bigint      not null,
    created_at      timestamptz not null default clock_timestamp(),
    primary key (scope, key)
);

create index repeat_created on repeat (created_at);
