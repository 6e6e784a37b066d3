-- What somebody deleted, moved out of its own tables, so that no list, count or search of theirs meets it.
create table trash (
  workspace uuid not null, id uuid not null, record uuid not null, owner uuid not null, kind text not null, title text not null, content text not null,
  about uuid, written_at bigint, deleted_at bigint not null, ends_at bigint not null, primary key (workspace, id)
);
create index trash_owner on trash (workspace, owner, id);
create index trash_record on trash (workspace, record);
create index trash_about on trash (workspace, about) where about is not null;
