-- What the machines keep for themselves: the outbox, runs of background work, answers to repeated requests.
create schema platform;

-- Which records changed, written in the transaction that changed them. The projector deletes a row once the warehouse has it,
-- so nothing is skipped however late its transaction commits.
create table platform.outbox (
  seq bigint generated always as identity primary key,
  topic text not null,
  ids bigint[] not null,
  at timestamptz not null default now()
);

create table platform.job_runs (
  id uuid primary key,
  job text not null,
  input jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  note text,
  result jsonb,
  error text,
  started_by text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  progressed_at timestamptz,
  finished_at timestamptz,
  cancel_asked_at timestamptz
);
create index job_runs_by_time on platform.job_runs (created_at desc);

create table platform.idempotency_keys (
  caller text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_keys_by_age on platform.idempotency_keys (created_at);
