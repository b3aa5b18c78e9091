-- Why it was ordered, where a reason is asked for.
alter table job add column reason text;

-- One rebuild of a view at a time.
create unique index job_one_replay on job (subject) where kind = 'replay' and state in ('waiting', 'running');
