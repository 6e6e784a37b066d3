-- An idea stands in its document; the columns beside it are what lists ask by. One that went into another names the one it went into and the one at the end of that way.
create table idea (
  workspace uuid not null, id uuid not null, author uuid not null, answerer uuid not null, escalated_to uuid, is_private integer not null, about_kind text, about uuid, card uuid,
  state text not null, due_on text not null, not_before text, answered_at bigint, answered_by uuid, merged_into uuid, root uuid, document text not null, version integer not null,
  primary key (workspace, id)
);
create index idea_author on idea (workspace, author, id);
create index idea_answerer on idea (workspace, answerer) where state = 'waiting';
create index idea_escalated on idea (workspace, escalated_to) where escalated_to is not null;
create index idea_answered on idea (workspace, answered_at) where answered_at is not null;
create index idea_about on idea (workspace, about) where about is not null;
create index idea_card on idea (workspace, card, id) where card is not null;
create index idea_root on idea (workspace, root) where root is not null;

-- Who wants it too.
create table idea_want (
  workspace uuid not null, idea uuid not null, person uuid not null, at bigint not null, primary key (workspace, idea, person)
)/*clustered*/;
create index idea_want_person on idea_want (workspace, person, idea);

create table idea_comment (
  workspace uuid not null, id uuid not null, idea uuid not null, author uuid not null, text text not null, at bigint not null, primary key (workspace, id)
);
create index idea_comment_idea on idea_comment (workspace, idea, id);

-- What somebody hopes for from others.
create table help_wanted (
  workspace uuid not null, id uuid not null, author uuid not null, answerer uuid not null, until_day text not null, is_open integer not null, document text not null, version integer not null,
  primary key (workspace, id)
);
create index help_wanted_open on help_wanted (workspace, until_day, id) where is_open = 1;

-- The idea that an ask carries out.
alter table ask add column idea uuid;
create index ask_idea on ask (workspace, idea) where idea is not null;
