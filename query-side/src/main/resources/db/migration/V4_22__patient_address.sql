-- Where a patient lives, and what is known of a birth date that is not known whole; both sealed.
alter table patient_card
    add column address text,
    add column born    text;
