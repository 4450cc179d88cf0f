-- The parameters of a run one by one, for filters. 'param_number' is for comparing and null where the value is no number.
create table run_param (
  run_id uuid not null,
  param_key varchar(500) not null,
  param_text ${text} not null,
  param_number double precision,
  changed boolean not null,
  constraint run_param_pk primary key (run_id, param_key),
  constraint run_param_run foreign key (run_id) references run (id)
);
create index run_param_by_number on run_param (param_key, param_number);
