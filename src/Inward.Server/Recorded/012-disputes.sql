-- What somebody says against an entry about them that another wrote, and which version of it they read.
create table dispute (
  workspace uuid not null, record uuid not null, person uuid not null, version integer not null, text text not null, at bigint not null,
  primary key (workspace, record, person)
)/*clustered*/;
