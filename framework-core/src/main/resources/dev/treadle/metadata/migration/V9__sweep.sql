-- Who deleted a version; 'deleted_at' is from before.
alter table artifact_version add column deleted_by varchar(500);

-- Objects of the artifact store that nothing referred to when they were condemned. They are deleted once all runs that went
-- on then, which are those up to 'after_run', have ended. Whoever deletes them has until 'deleting_until' by the database's
-- clock, and puts its own 'mark' in place of the one that it found.
create table condemned_object (
  object_path varchar(1000) not null,
  size_bytes bigint not null,
  mark uuid not null,
  after_run bigint not null,
  deleting_until bigint,
  constraint condemned_object_pk primary key (object_path)
);

-- One row: how often objects were deleted.
create table sweep (
  sweep_number bigint not null,
  constraint sweep_pk primary key (sweep_number)
);
