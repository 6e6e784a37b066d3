create table customer (
  workspace uuid not null, id uuid not null, name text not null, name_key text not null, external_key text, version integer not null,
  made_at bigint not null, primary key (workspace, id)
);
create index customer_name on customer (workspace, name_key, id);
create unique index customer_external on customer (workspace, external_key) where external_key is not null;

create table sale (
  workspace uuid not null, id uuid not null, customer uuid not null, name text not null, name_key text not null, owner uuid,
  value text, stage text, outcome text not null, opened_on text, promised_on text, closed_on text, external_key text,
  version integer not null, made_at bigint not null, primary key (workspace, id)
);
create index sale_customer on sale (workspace, customer);
create index sale_owner on sale (workspace, owner);
create index sale_name on sale (workspace, name_key, id);
create unique index sale_external on sale (workspace, external_key) where external_key is not null;

-- The customer's own words. An edit is a new version; the words first kept are never overwritten.
create table verbatim (
  workspace uuid not null, id uuid not null, customer uuid not null, sale uuid, stage text, said_by text, said_on text not null,
  words text not null, kept_by uuid, version integer not null, made_at bigint not null, primary key (workspace, id)
);
create index verbatim_customer on verbatim (workspace, customer, said_on);

create table verbatim_version (
  workspace uuid not null, verbatim uuid not null, version integer not null, customer uuid not null, sale uuid, words text not null,
  said_by text, said_on text not null, stage text, by_person uuid, at bigint not null, primary key (workspace, verbatim, version)
);
