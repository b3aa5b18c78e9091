-- What belongs to no claim is matched by a person, or closed with a reason.
alter table claim_unmatched
    add column closed_at timestamptz,
    add column closed_by text,
    add column reason    text,
    add column claim_id  text;
