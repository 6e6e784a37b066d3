-- A team's page has the company's own fields and a picture, as a colleague's has.
alter table person_field add column about text not null default 'person';
alter table team add column field_values text not null default '{}';

create table team_photo (
  workspace uuid not null, team uuid not null, type text not null, hash text not null, content bytea not null, at bigint not null, primary key (workspace, team)
);
