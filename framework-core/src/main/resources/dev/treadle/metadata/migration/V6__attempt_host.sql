-- Which machine an attempt was executed on; null when it is not known.
alter table attempt add column host varchar(250);
