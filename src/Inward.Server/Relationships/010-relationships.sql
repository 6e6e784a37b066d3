-- Mine alone: how a person keeps in touch with a colleague or a team. The last contact is told from talks and thanks, each way
-- for itself: a private talk moves its author's row only.
create table relationship (
  workspace uuid not null, id uuid not null, person uuid not null, other uuid not null, is_team integer not null default 0, since text not null,
  ideal_days integer, limit_days integer, met_at bigint, met_by text, met_on uuid, snoozed_until text, focus_since text,
  version integer not null default 0, primary key (workspace, person, other)
)/*clustered*/;
