-- The links in messages: what they lead to, and when somebody followed one; the link itself only as a keyed hash.
alter table message_attempt add column visit_id text;
alter table message_attempt add column business_day date;
alter table message_attempt add column link_hash bytea;
create unique index message_link on message_attempt (link_hash) where link_hash is not null;

-- stop: its owner said so; gone: nobody is there, which is believed for a while.
alter table message_stop add column why text not null default 'stop' check (why in ('stop', 'gone'));
alter table message_stop add column until timestamptz;
