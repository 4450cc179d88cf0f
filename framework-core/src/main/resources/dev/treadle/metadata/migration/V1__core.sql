-- The record of one project: what ran, what it made, and what was made from what.
--
-- Portable: ids are made by the application, moments are milliseconds since 1970 UTC, enumerations are their names, and
-- the two types whose names differ between databases are placeholders. 'seq' is the order of recording.

create table project (
  id uuid not null,
  name varchar(500) not null,
  created_at bigint not null,
  constraint project_pk primary key (id),
  constraint project_name unique (name)
);

create table pipeline (
  id uuid not null,
  project_id uuid not null,
  name varchar(500) not null,
  created_at bigint not null,
  constraint pipeline_pk primary key (id),
  constraint pipeline_name unique (project_id, name),
  constraint pipeline_project foreign key (project_id) references project (id)
);

create table snapshot (
  digest varchar(100) not null,
  graph_json ${text} not null,
  constraint snapshot_pk primary key (digest)
);

create table environment (
  digest varchar(100) not null,
  environment_json ${text} not null,
  constraint environment_pk primary key (digest)
);

create table run (
  id uuid not null,
  project_id uuid not null,
  run_number bigint not null,
  pipeline_id uuid not null,
  snapshot_digest varchar(100) not null,
  environment_digest varchar(100) not null,
  status varchar(20) not null,
  started_at bigint not null,
  ended_at bigint,
  params_json ${text} not null,
  seed bigint not null,
  stack_name varchar(500) not null,
  started_by varchar(500) not null,
  host varchar(500) not null,
  error_text ${text},
  step_counts varchar(500),
  constraint run_pk primary key (id),
  constraint run_number_unique unique (run_number, project_id),
  constraint run_project foreign key (project_id) references project (id),
  constraint run_pipeline foreign key (pipeline_id) references pipeline (id),
  constraint run_snapshot foreign key (snapshot_digest) references snapshot (digest),
  constraint run_environment foreign key (environment_digest) references environment (digest)
);
create index run_of_pipeline on run (pipeline_id, run_number);
create index run_by_status on run (status, run_number);

create table step_run (
  seq bigint not null,
  id uuid not null,
  run_id uuid not null,
  step_name varchar(500) not null,
  map_index integer not null,
  status varchar(20) not null,
  started_at bigint,
  ended_at bigint,
  attempts integer not null,
  reason ${text},
  cached_from uuid,
  summary ${text} not null,
  constraint step_run_pk primary key (seq),
  constraint step_run_id unique (id),
  constraint step_run_once unique (run_id, step_name, map_index),
  constraint step_run_run foreign key (run_id) references run (id)
);

create table attempt (
  step_run_id uuid not null,
  attempt_number integer not null,
  status varchar(20) not null,
  started_at bigint not null,
  ended_at bigint not null,
  error_class varchar(1000),
  error_message ${text},
  stack_trace ${text},
  log_path varchar(1000),
  log_bytes bigint not null,
  constraint attempt_pk primary key (step_run_id, attempt_number),
  constraint attempt_step_run foreign key (step_run_id) references step_run (id)
);

create table cache_key (
  step_seq bigint not null,
  key_digest varchar(100) not null,
  parts_json ${text} not null,
  reusable boolean not null,
  constraint cache_key_pk primary key (step_seq),
  constraint cache_key_step_run foreign key (step_seq) references step_run (seq)
);
create index cache_key_by_digest on cache_key (key_digest);

create table artifact (
  id uuid not null,
  project_id uuid not null,
  name varchar(500) not null,
  created_at bigint not null,
  constraint artifact_pk primary key (id),
  constraint artifact_name unique (name, project_id),
  constraint artifact_project foreign key (project_id) references project (id)
);

-- External data have a URI and a pin in place of manifest and digests. 'step_run_id' repeats the output edge, whose foreign
-- key guards it; an index of its own would cost more than all else in the row.
create table artifact_version (
  id uuid not null,
  artifact_id uuid not null,
  version_number bigint not null,
  step_run_id uuid,
  created_at bigint not null,
  manifest_digest varchar(100),
  content_digest varchar(100),
  manifest_json ${text},
  inline_bytes ${bytes},
  size_bytes bigint not null,
  declared_type ${text} not null,
  materializer varchar(500) not null,
  format_version integer not null,
  summary ${text} not null,
  external_uri ${text},
  external_pin varchar(1000),
  constraint artifact_version_pk primary key (id),
  constraint artifact_version_number unique (artifact_id, version_number),
  constraint artifact_version_artifact foreign key (artifact_id) references artifact (id)
);
create index artifact_version_by_digest on artifact_version (manifest_digest);

create table version_preview (
  version_id uuid not null,
  preview_bytes ${bytes} not null,
  media_type varchar(500) not null,
  constraint version_preview_pk primary key (version_id),
  constraint version_preview_version foreign key (version_id) references artifact_version (id)
);

create table edge (
  seq bigint not null,
  step_run_id uuid not null,
  version_id uuid not null,
  edge_role varchar(20) not null,
  name varchar(500) not null,
  constraint edge_pk primary key (seq),
  constraint edge_step_run foreign key (step_run_id) references step_run (id),
  constraint edge_version foreign key (version_id) references artifact_version (id)
);

create table fact (
  holder_kind varchar(20) not null,
  holder_id uuid not null,
  fact_key varchar(500) not null,
  fact_json ${text} not null,
  constraint fact_pk primary key (holder_id, holder_kind, fact_key)
);

create table tag (
  holder_kind varchar(20) not null,
  holder_id uuid not null,
  tag_key varchar(500) not null,
  tag_text ${text} not null,
  constraint tag_pk primary key (holder_id, holder_kind, tag_key)
);

-- One row for each metric of a step run with its last point; the points themselves are packed into blocks. The bits keep
-- what a database's double loses (NaN, infinities, the sign of zero); 'last_number' is for sorting and null where not finite.
create table metric (
  step_run_id uuid not null,
  metric_name varchar(500) not null,
  points bigint not null,
  last_step bigint not null,
  last_bits bigint not null,
  last_number double precision,
  last_at bigint not null,
  constraint metric_pk primary key (step_run_id, metric_name),
  constraint metric_step_run foreign key (step_run_id) references step_run (id)
);
create index metric_by_last on metric (metric_name, last_number);

create table metric_block (
  step_run_id uuid not null,
  metric_name varchar(500) not null,
  first_point bigint not null,
  points integer not null,
  packed ${bytes} not null,
  constraint metric_block_pk primary key (step_run_id, metric_name, first_point),
  constraint metric_block_metric foreign key (step_run_id, metric_name) references metric (step_run_id, metric_name)
);
