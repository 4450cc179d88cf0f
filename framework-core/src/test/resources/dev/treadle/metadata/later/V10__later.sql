alter table run add column later integer;
