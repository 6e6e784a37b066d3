-- An ask is stored whole, as one document of its facts; the columns beside it are what lists ask by. Before is the document that
-- its last move may be taken back to.
create table ask (
  workspace uuid not null, id uuid not null, requester uuid not null, performer uuid, team uuid, state text not null,
  is_open integer not null, turn_person uuid, turn_team uuid, what text not null, answer_by text, due text, sale uuid,
  verbatim uuid, parent uuid, obstacles integer not null default 0, told integer not null default 0, thanked integer not null default 0,
  sent_at bigint, moved_at bigint not null, version integer not null, reminded_on text, facts text not null, before text, primary key (workspace, id)
);
-- A list reads one index in its own order. Each holds only the asks it is for: a create writes into few of them.
create index ask_performer on ask (workspace, performer, due, id) where is_open = 1;
create index ask_requester on ask (workspace, requester, due, id) where is_open = 1;
create index ask_turn on ask (workspace, turn_person, due, id) where is_open = 1;
create index ask_turn_team on ask (workspace, turn_team, due, id) where is_open = 1 and turn_team is not null;
create index ask_team on ask (workspace, team, due, id) where is_open = 1 and team is not null;
create index ask_performer_closed on ask (workspace, performer, moved_at, id) where is_open = 0;
create index ask_requester_closed on ask (workspace, requester, moved_at, id) where is_open = 0;
create index ask_sale on ask (workspace, sale) where sale is not null;
create index ask_verbatim on ask (workspace, verbatim) where verbatim is not null;
create index ask_parent on ask (workspace, parent) where parent is not null;

create table ask_file (
  workspace uuid not null, id uuid not null, ask uuid not null, name text not null, type text not null, size integer not null,
  by_person uuid not null, at bigint not null, content bytea not null, primary key (workspace, id)
);
create index ask_file_ask on ask_file (workspace, ask);

create table saved_view (
  workspace uuid not null, id uuid not null, person uuid not null, name text not null, query text not null, made_at bigint not null,
  primary key (workspace, id)
);
create index saved_view_person on saved_view (workspace, person);

-- One move for one person, from a mail. Opening it uses nothing up; it dies when the ask moves on.
create table mail_link (
  workspace uuid not null, hash bytea not null, ask uuid not null, ask_version integer not null, move text not null,
  person uuid not null, made_at bigint not null, ends_at bigint not null, used_at bigint, primary key (workspace, hash)
);
create index mail_link_ends on mail_link (workspace, ends_at);
