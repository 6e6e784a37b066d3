-- A file that was brought in: planned first, written when somebody says so, taken back as long as it can be. What it says and
-- noticed are sentences with their gaps, so that everyone reads them in their own language.
create table import (
  workspace uuid not null, id uuid not null, kind text not null, file text not null, map text not null, by_person uuid, at bigint not null,
  applied_at bigint, undone_at bigint, said text not null, noticed text not null, has_errors integer not null default 0, errors text not null default '[]',
  version integer not null, primary key (workspace, id)
);

-- The uploaded files, until the import is written or forgotten.
create table import_file (
  workspace uuid not null, import uuid not null, name text not null, content bytea not null, primary key (workspace, import, name)
);

-- What the import did to each record: before and after, for the undo.
create table import_row (
  workspace uuid not null, import uuid not null, record uuid not null, kind text not null, before text, after text not null,
  primary key (workspace, import, record)
);
create index import_row_record on import_row (workspace, record, import);
