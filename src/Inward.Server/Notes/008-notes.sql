create table note (
  workspace uuid not null, id uuid not null, author uuid not null, about uuid not null, text text not null, at bigint not null,
  days integer not null, released_at bigint, version integer not null, primary key (workspace, id)
);
create index note_author on note (workspace, author, id);
create index note_about on note (workspace, about, id);

create table note_request (
  workspace uuid not null, id uuid not null, subject uuid not null, at bigint not null, closed_at bigint, primary key (workspace, id)
);
create unique index note_request_open on note_request (workspace, subject) where closed_at is null;
create index note_request_subject on note_request (workspace, subject, id);
