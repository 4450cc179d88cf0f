-- What people say of runs and versions afterwards, what they bring in, and what they delete.
--
-- A deleted run keeps its number, steps and edges, a deleted version its number and digest: what others have from them can
-- be explained, and no number is given twice. 'deletion_open' is true until the bytes are gone too.
alter table run add column deleted_at bigint;
alter table run add column deleted_by varchar(500);
alter table run add column deletion_open boolean;

alter table artifact_version add column deleted_at bigint;
alter table artifact_version add column imported_from ${text};
alter table artifact_version add column imported_by varchar(500);

-- Null when a step or a materializer said it.
alter table fact add column said_by varchar(500);
alter table fact add column said_at bigint;

create table artifact_alias (
  artifact_id uuid not null,
  alias_name varchar(500) not null,
  version_id uuid not null,
  given_by varchar(500) not null,
  given_at bigint not null,
  constraint artifact_alias_pk primary key (artifact_id, alias_name),
  constraint artifact_alias_artifact foreign key (artifact_id) references artifact (id),
  constraint artifact_alias_version foreign key (version_id) references artifact_version (id)
);

create table note (
  holder_kind varchar(20) not null,
  holder_id uuid not null,
  note_text ${text} not null,
  written_by varchar(500) not null,
  written_at bigint not null,
  constraint note_pk primary key (holder_id, holder_kind)
);
