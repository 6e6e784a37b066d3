-- The way of a sale through its journey, told live or by a file. Like a sale, a passage names its stage by a word.
create table sale_passage (
  workspace uuid not null, id uuid not null, sale uuid not null, stage text not null, entered_at bigint, left_at bigint, by_person uuid, import uuid, reason text,
  told_at bigint not null, version integer not null, primary key (workspace, id)
);
create index sale_passage_sale on sale_passage (workspace, sale, entered_at);
create index sale_passage_import on sale_passage (workspace, import) where import is not null;
