-- Whoever is thanked may let a copy go to their manager: who got one, and of what.
alter table person add column copies_thanks integer not null default 0;
create table thanks_copy (
  workspace uuid not null, thanks uuid not null, person uuid not null, primary key (workspace, thanks, person)
)/*clustered*/;
create index thanks_copy_person on thanks_copy (workspace, person, thanks);

alter table ask add column accepted_at bigint;
create index ask_accepted on ask (workspace, accepted_at) where accepted_at is not null;

-- The thanks of a quarter by unit, cut once when all its thanks were due: cells of five or more people, and no person.
create table thanks_cut (
  workspace uuid not null, quarter text not null, at bigint not null, cut text not null, primary key (workspace, quarter)
)/*clustered*/;
