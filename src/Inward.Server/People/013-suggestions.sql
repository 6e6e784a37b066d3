-- An answer suggested for a colleague's page or a team's. Its author and whose page it is read it.
create table suggestion (
  workspace uuid not null, id uuid not null, about uuid not null, is_team integer not null, question text not null, words text not null, author uuid not null,
  at bigint not null, state text not null, reply text, answered_by uuid, answered_at bigint, version integer not null, primary key (workspace, id)
);
create index suggestion_about on suggestion (workspace, about, id);
create index suggestion_author on suggestion (workspace, author, id);
