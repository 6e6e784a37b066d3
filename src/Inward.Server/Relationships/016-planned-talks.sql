-- A talk that a person means to have, and what to bring up: theirs alone, like the rest of the row.
alter table relationship add column planned_at bigint null;
alter table relationship add column planned_about text null;
