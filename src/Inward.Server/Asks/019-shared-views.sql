-- With whom its owner shares it: a team, the workspace for everyone, or nobody.
alter table saved_view add column shared_with uuid null;
create index saved_view_shared on saved_view (workspace, shared_with) where shared_with is not null;
