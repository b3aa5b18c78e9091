-- Personal columns hold values sealed with their patient's key (tags: the columns' names), and are found by keyed hashes only.
-- What stood here in the clear goes; the rows are built again from history.
delete from board_patient;
delete from visit_patient;
delete from appointment_patient;
delete from patient_card;

drop index patient_card_mrn;
drop index patient_card_phone;
drop index patient_card_birth;

alter table patient_card
    drop column birth_date, drop column phone_key, drop column name_key, drop column last_key,
    add column birth_date text,
    add column mrn_key    bytea,
    add column phone_key  bytea,
    add column name_key   bytea,
    add column last_key   bytea;

create index patient_card_mrn on patient_card (generation, mrn_key);
create index patient_card_phone on patient_card (generation, phone_key);
create index patient_card_name on patient_card (generation, name_key);
create index patient_card_last on patient_card (generation, last_key);
