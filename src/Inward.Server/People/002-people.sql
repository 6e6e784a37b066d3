create table person (
  workspace uuid not null, id uuid not null, name text not null, email text, email_key text, user_name text, user_key text,
  external_key text, title text, manager uuid, zone text, language text, administrator integer not null default 0,
  left_on text, own_words text not null default '{}', absences text not null default '[]', search_name text not null,
  shares_work integer not null default 0, private_thanks integer not null default 0, mail integer not null default 1, version integer not null, made_at bigint not null,
  primary key (workspace, id)
);
create unique index person_email on person (workspace, email_key) where email_key is not null;
create unique index person_user on person (workspace, user_key) where user_key is not null;
create unique index person_external on person (workspace, external_key) where external_key is not null;
create index person_name on person (workspace, search_name, id);
create index person_manager on person (workspace, manager);

create table team (
  workspace uuid not null, id uuid not null, name text not null, name_key text not null, parent uuid, own_words text not null default '{}', version integer not null,
  made_at bigint not null, primary key (workspace, id)
);
create index team_name on team (workspace, name_key);

-- One row a stay: a person may come back to a team. Open ends are null.
create table membership (
  workspace uuid not null, id uuid not null, person uuid not null, team uuid not null, from_day text, to_day text,
  lead integer not null default 0, primary key (workspace, id)
);
create index membership_person on membership (workspace, person);
create index membership_team on membership (workspace, team);

-- How a person signs in. What happens to it is told on its own id, whose audience is this person alone.
create table account (
  workspace uuid not null, person uuid not null, id uuid not null, password_hash text, stamp text not null,
  failures integer not null default 0, locked_until bigint, primary key (workspace, person)
);

-- A browser that signed in before as this person counts its own failures, so that strangers cannot lock the person out.
create table device (
  workspace uuid not null, person uuid not null, hash bytea not null, used_day text not null,
  failures integer not null default 0, locked_until bigint, primary key (workspace, person, hash)
);

-- A secret names its workspace, so that finding its hash asks one workspace only.
create table session (
  workspace uuid not null, hash bytea not null, person uuid not null, made_at bigint not null, used_day text not null,
  ends_at bigint not null, agent text not null, stamp text not null, primary key (workspace, hash)
);
create index session_person on session (workspace, person);

create table token (
  workspace uuid not null, id uuid not null, hash bytea not null, person uuid not null, name text not null, scopes text not null,
  made_at bigint not null, made_by uuid, ends_at bigint, used_day text, revoked_at bigint, version integer not null default 1,
  primary key (workspace, id)
);
create unique index token_hash on token (workspace, hash);
create index token_person on token (workspace, person);

create table invite (
  workspace uuid not null, hash bytea not null, person uuid not null, made_by uuid, made_at bigint not null, ends_at bigint not null,
  used_at bigint, primary key (workspace, hash)
);
create index invite_person on invite (workspace, person);
