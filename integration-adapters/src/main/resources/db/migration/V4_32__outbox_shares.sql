-- How often an effect failed on our own side: after some times it is left to staff.
alter table effect add column faults integer not null default 0;

-- Each service's own line of effects.
create index effect_service on effect (service, event_position, id) where state in ('planned', 'unknown');
