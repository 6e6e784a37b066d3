alter table conversation add column logged_at bigint null;

-- A version that was replaced, and when; the newest stands in conversation.
create table conversation_version (
  workspace uuid not null, conversation uuid not null, version integer not null, people text not null, at bigint not null, channel text not null,
  text text not null, is_private integer not null, replaced_at bigint not null, primary key (workspace, conversation, version)
)/*clustered*/;

-- A line of a talk that became an item, once for each colleague whom it is about.
create table conversation_item (
  workspace uuid not null, conversation uuid not null, n integer not null, person uuid not null, kind text not null, text text not null,
  author uuid not null, at bigint not null, answer text, answered_at bigint, primary key (workspace, conversation, n, person)
)/*clustered*/;
create index conversation_item_person on conversation_item (workspace, person, at);
create index conversation_item_owed on conversation_item (workspace, author, at) where kind = 'promise' and answer is null;
