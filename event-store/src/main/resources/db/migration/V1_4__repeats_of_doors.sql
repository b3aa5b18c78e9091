-- The answers that are forgotten after a day; those of processes and effects stay, and are not read each time the others are swept.
create index repeat_of_doors on repeat (created_at) where scope !~ '^(saga|effect)[.][^ ]*$';
