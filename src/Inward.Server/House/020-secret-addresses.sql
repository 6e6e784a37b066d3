-- Secret addresses of people, one of each kind, and only their hashes are kept.
create table secret_address (
  workspace uuid not null, hash bytea not null, kind text not null, person uuid not null, made_at bigint not null, primary key (workspace, hash)
);
create unique index secret_address_person on secret_address (workspace, person, kind);
insert into secret_address (workspace, hash, kind, person, made_at) select workspace, hash, 'calendar', person, made_at from calendar_feed;
drop table calendar_feed;
