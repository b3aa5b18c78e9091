-- The kind of service point that a patient needs instead of what the service needs.
alter table board_entry add column needs text;
