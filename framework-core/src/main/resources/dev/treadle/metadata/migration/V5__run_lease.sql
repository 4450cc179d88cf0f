-- Who leads a run that has not ended, and until when unless it says more; the clock is the database's. A run that is RUNNING
-- without a lease that is good has lost its process.
create table run_lease (
  run_id uuid not null,
  fence bigint not null,
  until_at bigint not null,
  cancel_by varchar(500),
  cancel_reason ${text},
  constraint run_lease_pk primary key (run_id),
  constraint run_lease_run foreign key (run_id) references run (id)
);
