-- How sites showed themselves in messages; each attempt names the one it went out in, so that it can be shown as it was.
create table message_look (
    look    text        primary key,
    site    text        not null,
    colour  text        not null,
    address text,
    phone   text,
    since   timestamptz not null default clock_timestamp()
);

alter table message_attempt add column look text references message_look;
