-- The secret address of a person's calendar: one each, and only its hash is kept.
create table calendar_feed (
  workspace uuid not null, hash bytea not null, person uuid not null, made_at bigint not null, primary key (workspace, hash)
);
create unique index calendar_feed_person on calendar_feed (workspace, person);
