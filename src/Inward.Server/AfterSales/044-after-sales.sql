-- Words of a customer that complain; the id is that of the words.
create table complaint (
  workspace uuid not null, id uuid not null, heard_by uuid not null, heard_at bigint not null, is_open integer not null, righted_by uuid, righted_at bigint, how text, version integer not null,
  primary key (workspace, id)
);
create index complaint_open on complaint (workspace, is_open, id);

-- A sale with a customer who came back; the id is that of the later sale.
create table repeat_purchase (
  workspace uuid not null, id uuid not null, earlier uuid not null, told_by uuid not null, told_at bigint not null, version integer not null,
  primary key (workspace, id)
);
create index repeat_purchase_earlier on repeat_purchase (workspace, earlier);

-- The asks that lie behind a complaint or a repeat purchase.
create table ask_behind (
  workspace uuid not null, record uuid not null, ask uuid not null, by_person uuid not null, at bigint not null,
  primary key (workspace, record, ask)
);
create index ask_behind_ask on ask_behind (workspace, ask);
create index ask_behind_at on ask_behind (workspace, at);
