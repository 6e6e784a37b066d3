-- At what hour a colleague wishes for a brief of the day, as 07:30, and the day of the last one.
alter table person add column brief_at text null;
alter table person add column briefed_on text null;
create index person_brief on person (workspace, brief_at) where brief_at is not null;
