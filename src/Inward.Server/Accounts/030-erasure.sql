-- Of whom nothing is known any more. The list outlives a restored backup: it is applied to that again.
create table erased (
  workspace uuid not null, person uuid not null, at bigint not null, by_person uuid, primary key (workspace, person)
)/*clustered*/;

alter table person add column erased_at bigint;
