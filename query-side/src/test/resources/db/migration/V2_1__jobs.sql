-- As the command side makes it: here its rows are only carried out.
create table job (
    job_id           text        primary key,
    kind             text        not null,
    subject          text        not null,
    state            text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done             bigint      not null default 0,
    total            bigint,
    cancel_requested boolean     not null default false,
    problems         text        not null default '[]',
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    ended_at         timestamptz,
    requested_by     text        not null
);

create index job_to_do on job (kind, created_at) where state in ('waiting', 'running');
