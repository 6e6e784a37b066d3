-- A colleague's own picture, written anew from what was sent. Under its hash it stays the same for ever.
create table person_photo (
  workspace uuid not null, person uuid not null, type text not null, hash text not null, content bytea not null, at bigint not null, primary key (workspace, person)
);
