-- What a team needs of one other team; everybody in the company reads it.
create table team_need (
  workspace uuid not null, id uuid not null, team uuid not null, other uuid not null, words text not null, author uuid not null, at bigint not null,
  version integer not null, primary key (workspace, team, other)
)/*clustered*/;
