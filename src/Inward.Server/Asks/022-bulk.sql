-- One move on many asks, and what became of it for each: waiting, done, skipped, undoing, undone, left.
create table bulk (
  workspace uuid not null, id uuid not null, person uuid not null, move text not null, text text, by_day text, made_at bigint not null,
  undone_at bigint, door text not null, primary key (workspace, id)
);
create index bulk_person on bulk (workspace, person, id);

-- The version that the move made, and why there was none, as a sentence.
create table bulk_ask (
  workspace uuid not null, bulk uuid not null, ask uuid not null, state text not null, version integer, why text, primary key (workspace, bulk, ask)
)/*clustered*/;
create index bulk_ask_state on bulk_ask (workspace, bulk, state, ask);
create index bulk_ask_ask on bulk_ask (workspace, ask);
