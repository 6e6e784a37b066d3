-- Two entries that were one colleague, or one customer. The one that goes stays as a name, so that what is told of it can be read.
alter table person add column merged_into uuid null;
create index person_merged on person (workspace, merged_into) where merged_into is not null;
alter table customer add column merged_into uuid null;
create index customer_merged on customer (workspace, merged_into) where merged_into is not null;

create table merged (
  workspace uuid not null, id uuid not null, kind text not null, kept uuid not null, gone uuid not null, by_person uuid, at bigint not null, undone_at bigint,
  kept_before text not null, kept_after text not null, gone_before text not null, primary key (workspace, id)
);

-- Where the one that goes stood: the row, by what else is in its key, and the document as it was.
create table merged_row (
  workspace uuid not null, merge uuid not null, at_table text not null, at_column text not null, row_key text not null, before text,
  primary key (workspace, merge, at_table, at_column, row_key)
)/*clustered*/;
