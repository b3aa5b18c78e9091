-- The generation comes last in every index beside a primary key. While most rows are of one generation, an index that begins with it fits any
-- question about a key as far as the planner knows, and a table that has grown since its last analyze was read from one end to the other
-- through it.
drop index board_queue_day, board_entry_visit, patient_card_mrn, patient_card_phone, patient_card_name, patient_card_last, visit_card_open,
    appointment_plan_day, audit_index_visit, audit_index_time, audit_visit_patient;

create index board_queue_day on board_queue (site_id, business_day, generation);
create index board_entry_visit on board_entry (visit_id, generation);
create index patient_card_mrn on patient_card (mrn_key, generation);
create index patient_card_phone on patient_card (phone_key, generation);
create index patient_card_name on patient_card (name_key, generation);
create index patient_card_last on patient_card (last_key, generation);
create index visit_card_open on visit_card (site_id, generation) where open_items > 0;
create index appointment_plan_day on appointment_plan (site_id, business_day, start_at, appointment_id, generation);
create index audit_index_visit on audit_index (visit_id, position, generation);
create index audit_index_time on audit_index (recorded_at, generation);
create index audit_visit_patient on audit_visit (patient_id, generation);
