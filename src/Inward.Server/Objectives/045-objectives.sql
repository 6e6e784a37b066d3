-- What a company wants to reach. Its columns are what lists and references ask for; the document holds it whole.
create table objective (
  workspace uuid not null, id uuid not null, owner uuid not null, parent uuid, what text not null, state text not null, document text not null, version integer not null, primary key (workspace, id)
);
create index objective_parent on objective (workspace, parent);
create index objective_owner on objective (workspace, owner);

-- Whom one asks for advice before an objective stands. What others said is read by whoever has said something themselves.
create table objective_advice (
  workspace uuid not null, id uuid not null, objective uuid not null, person uuid not null, by_person uuid not null, at bigint not null,
  answer text, answered_at bigint, used integer, because text, replied_by uuid, replied_at bigint, primary key (workspace, id)
);
create unique index objective_advice_person on objective_advice (workspace, objective, person);
create index objective_advice_waits on objective_advice (workspace, person, answered_at);
