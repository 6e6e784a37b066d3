-- Of which list the filters are: asks, people or talks.
alter table saved_view add column room text not null default 'asks';
