-- The demo shop, as long as there is one: what it was made of, and how far its making or removal is.
create schema demo;

create table demo.shop (
  -- One shop at a time.
  id int primary key default 1 check (id = 1),
  state text not null check (state in ('loading', 'ready', 'removing')),
  -- The same values make the same shop, so that a killed process goes on with it.
  seed int not null,
  scale double precision not null,
  language text not null check (language in ('ru', 'uk', 'en')),
  events boolean not null,
  until timestamptz not null,
  -- The checkpoint: batches that are in, written in the transaction of each.
  batches int not null default 0,
  counts jsonb not null default '{}',
  -- The accounting currency could still be chosen before the demo came: it can again when the demo goes.
  frees_currency boolean not null,
  job_id uuid,
  opened_at timestamptz not null default now()
);
