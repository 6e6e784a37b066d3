-- The stage that finishes a case, where somebody chose one.
alter table passage_log add column done text;
alter table passage_log add column version integer not null default 1;

-- Which stage of a journey an activity of a log is, where somebody said so; null is none of them. What nobody said goes by its name.
create table passage_pair (
  workspace uuid not null, log uuid not null, journey uuid not null, activity text not null, stage uuid,
  primary key (workspace, log, journey, activity)
)/*clustered*/;
