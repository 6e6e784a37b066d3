create table thanks (
  workspace uuid not null, id uuid not null, giver uuid not null, receiver uuid not null, ask uuid, text text not null,
  effect text not null, is_public integer not null, at bigint not null, version integer not null, primary key (workspace, id)
);
create index thanks_feed on thanks (workspace, at) where is_public = 1;
create index thanks_receiver on thanks (workspace, receiver, at);
create index thanks_giver on thanks (workspace, giver, at);
create index thanks_ask on thanks (workspace, ask);
