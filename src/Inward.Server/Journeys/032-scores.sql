-- What a colleague thinks a stage is worth: theirs alone. Others meet it only as one number among several, and only once they have scored.
create table stage_score (
  workspace uuid not null, id uuid not null, journey uuid not null, stage uuid not null, person uuid not null, customer_value integer not null,
  our_value integer not null, weight integer, at bigint not null, primary key (workspace, stage, person)
)/*clustered*/;
create index stage_score_journey on stage_score (workspace, journey);

-- How units met what was asked of them in a quarter: cells of five or more people, and no person.
create table support_cut (
  workspace uuid not null, quarter text not null, at bigint not null, cut text not null, primary key (workspace, quarter)
)/*clustered*/;
