-- Which process executes an attempt of a step on its own, and until when unless it says more; the clock is the database's.
create table attempt_claim (
  step_run_id uuid not null,
  attempt_number integer not null,
  owner varchar(250) not null,
  fence bigint not null,
  until_at bigint not null,
  constraint attempt_claim_pk primary key (step_run_id),
  constraint attempt_claim_step_run foreign key (step_run_id) references step_run (id)
);

-- Grows with each step that another process than the run's leader has ended.
alter table run_lease add column ended_apart bigint default 0 not null;
