-- A journey is stored whole: its stages are one document, in their order. A sale names its stage by a word, and its journey only
-- where somebody chose one.
create table journey (
  workspace uuid not null, id uuid not null, name text not null, segment text, owner uuid, editors text not null, stages text not null,
  version integer not null, made_at bigint not null, primary key (workspace, id)
);
alter table sale add column journey uuid;
create index sale_standing on sale (workspace, journey, stage);
