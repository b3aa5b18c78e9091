-- The numbers of the X12 interchanges that we send; each is used once until all nine digits were used.
create sequence x12_interchange minvalue 1 maxvalue 999999999 cycle;
