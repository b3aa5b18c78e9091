-- Which generation of a view's rows is live. Batches hold the row "for share", a swap locks it.
-- built: the position up to which the live generation was made by a rebuild; what stands at or before it is not folded again.
create table view_generation (
    view  text    primary key,
    live  integer not null default 1,
    last  integer not null default 1,
    built bigint  not null default 0
);

insert into view_generation (view)
values ('view.board'), ('view.visits'), ('view.appointments'), ('view.patients'), ('view.audit');

-- The rebuild of a view that is under way, and who is at it. A node whose lease was taken over writes nothing any more.
create table view_rebuild (
    view        text        primary key references view_generation,
    job_id      text        not null,
    generation  integer     not null,
    position    bigint      not null default 0,
    builder     text        not null,
    lease_until timestamptz not null,
    swapped     boolean     not null default false
);
