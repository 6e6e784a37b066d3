-- A log of events that was brought in: what happened to sales or cases, stage by stage, and what it says in figures.
create table passage_log (
  workspace uuid not null, id uuid not null, name text not null, at bigint not null, salt bytea not null, events bigint not null, cases bigint not null,
  stages integer not null, first_at bigint, last_at bigint, primary key (workspace, id)
);
create unique index passage_log_name on passage_log (workspace, name);

-- Stages, teams and products by their numbers. A team keeps marks of five people at most, to know that they are five; never a name.
create table passage_word (
  workspace uuid not null, log uuid not null, kind text not null, number integer not null, word text not null, people text not null,
  primary key (workspace, log, kind, number)
)/*clustered*/;

-- The passings of a case, packed into a few bytes each: one row for what an import told of it, more where its file was long.
create table passage_case (
  workspace uuid not null, log uuid not null, case_key text not null, import uuid not null, part integer not null, packed bytea not null,
  primary key (workspace, log, case_key, import, part)
)/*clustered*/;

-- Which import told how much of which log.
create table passage_import (
  workspace uuid not null, import uuid not null, log uuid not null, events bigint not null, primary key (workspace, import)
)/*clustered*/;

-- The figures, counted in the transaction that brought the events: of all, and of each team, product and month that may be told apart.
create table passage_cut (
  workspace uuid not null, log uuid not null, by_what text not null, of_what text not null, cases bigint not null, figures text not null,
  primary key (workspace, log, by_what, of_what)
)/*clustered*/;
