-- What moves people, by team: cut once when the quarter was over; groups of ten and more, and no person.
create table wish_cut (
  workspace uuid not null, quarter text not null, at bigint not null, cut text not null, primary key (workspace, quarter)
)/*clustered*/;
