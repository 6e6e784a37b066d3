-- One text for both engines; the migrator spells uuid, bigint, bytea and /*clustered*/ for SQLite.
-- Instants are milliseconds since 1970 (UTC), days are ISO text. The workspace comes first in every key.

create table workspace (
  id uuid primary key, name text not null, language text not null, zone text not null,
  calendar text not null, made_at bigint not null, demo integer not null default 0, silent integer not null default 0,
  version integer not null default 1
);

create table happening (
  workspace uuid not null, id uuid not null, at bigint not null, who uuid, kind text not null, on_id uuid not null,
  payload text, salt bytea, digest bytea not null, door text not null, request text, block bigint,
  primary key (workspace, id)
);
create index happening_on on happening (workspace, on_id, id);
create index happening_unsealed on happening (workspace, id) where block is null;
create index happening_block on happening (workspace, block, id);

create table seal (
  workspace uuid not null, block bigint not null, at bigint not null, count integer not null,
  previous bytea not null, hash bytea not null, primary key (workspace, block)
);

-- Who may see a record: this reader, or (leads = 1) this person and the leads of the teams this person is in.
-- A reader is a person, a team (its members of today) or the workspace itself (everyone).
create table audience (
  workspace uuid not null, record uuid not null, reader uuid not null, leads integer not null default 0,
  primary key (workspace, record, reader)
)/*clustered*/;

create table job (
  workspace uuid not null, id uuid not null, kind text not null, on_id uuid, payload text not null, due_at bigint not null,
  leased_until bigint, tries integer not null default 0, failed text, unique_key text, primary key (workspace, id)
)/*clustered*/;
create index job_due on job (due_at);
create unique index job_once on job (workspace, unique_key) where unique_key is not null;

create table idempotency (
  workspace uuid not null, person uuid not null, key text not null, at bigint not null, asked bytea not null,
  status integer not null, location text, etag text, reply text, primary key (workspace, person, key)
)/*clustered*/;

create table protection_key (id text primary key, xml text not null);

-- [sqlite]
create table search (
  row integer primary key, workspace blob not null, record blob not null, kind text not null, at integer not null,
  title text not null, body text not null
);
create unique index search_record on search (workspace, record);
create virtual table search_words using fts5(title, body, content='search', content_rowid='row', tokenize='unicode61 remove_diacritics 2');
create trigger search_added after insert on search begin
  insert into search_words (rowid, title, body) values (new.row, new.title, new.body);
end;
create trigger search_changed after update of title, body on search when old.title <> new.title or old.body <> new.body begin
  insert into search_words (search_words, rowid, title, body) values ('delete', old.row, old.title, old.body);
  insert into search_words (rowid, title, body) values (new.row, new.title, new.body);
end;
create trigger search_removed after delete on search begin
  insert into search_words (search_words, rowid, title, body) values ('delete', old.row, old.title, old.body);
end;
-- [end]
-- [postgres]
create table search (
  workspace uuid not null, record uuid not null, kind text not null, at bigint not null, title text not null, body text not null,
  words tsvector generated always as (to_tsvector('simple', title || ' ' || body)) stored, primary key (workspace, record)
);
create index search_words on search using gin (words);
-- [end]
