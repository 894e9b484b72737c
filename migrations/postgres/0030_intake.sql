-- What each batch of an import made and what it replaced, so that the import can be taken back.
create schema intake;

create table intake.journal (
  import_id bigint not null,
  batch_no int not null,
  record text not null,
  created bigint[] not null default '{}',
  -- Rows as they were before, by id.
  replaced jsonb not null default '[]',
  primary key (import_id, batch_no, record)
);
