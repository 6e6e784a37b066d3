-- What a company wants to know of every colleague beside what Inward asks. A retired field keeps its values.
create table person_field (
  workspace uuid not null, id uuid not null, name text not null, kind text not null, choices text not null default '[]', writer text not null,
  can_filter integer not null default 0, place integer not null, retired_at bigint, version integer not null, made_at bigint not null, primary key (workspace, id)
);

alter table person add column field_values text not null default '{}';

-- The same values again, a row each, as lists ask for them.
create table person_value (
  workspace uuid not null, person uuid not null, field uuid not null, sought text not null, ordered text, primary key (workspace, person, field)
);
create index person_value_sought on person_value (workspace, field, sought, person);
create index person_value_ordered on person_value (workspace, field, ordered, person);
