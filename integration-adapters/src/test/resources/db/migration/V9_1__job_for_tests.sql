-- The command side owns this table; here it stands for the tests of this module alone.
create table if not exists job (
    job_id text primary key, kind text not null, subject text not null, state text not null,
    done bigint not null default 0, total bigint, cancel_requested boolean not null default false,
    problems text not null default '[]', created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz, ended_at timestamptz, requested_by text
);
