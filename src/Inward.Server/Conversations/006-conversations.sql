create table conversation (
  workspace uuid not null, id uuid not null, author uuid not null, at bigint not null, channel text not null, text text not null,
  is_private integer not null, version integer not null, primary key (workspace, id)
);
create index conversation_author on conversation (workspace, author, at);

create table conversation_person (
  workspace uuid not null, conversation uuid not null, person uuid not null, at bigint not null,
  primary key (workspace, conversation, person)
)/*clustered*/;
create index conversation_person_at on conversation_person (workspace, person, at);
