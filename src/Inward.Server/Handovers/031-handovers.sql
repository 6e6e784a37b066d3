-- What a customer was promised in a sale, spoken ones too.
create table customer_promise (
  workspace uuid not null, id uuid not null, sale uuid not null, what text not null, by_day text, said_by uuid not null, said_on text not null, spoken integer not null default 0,
  settled text, version integer not null, made_at bigint not null, primary key (workspace, id)
);
create index customer_promise_sale on customer_promise (workspace, sale, id);

-- A sale that goes into another team's hands; the document tells of each promise whether it was taken over.
create table handover (
  workspace uuid not null, id uuid not null, sale uuid not null, from_team uuid, to_team uuid not null, by_person uuid not null, at bigint not null,
  document text not null, waits_for_team integer not null, waits_for_answer integer not null, version integer not null, primary key (workspace, id)
);
create index handover_sale on handover (workspace, sale, id);
create index handover_team on handover (workspace, to_team, id) where waits_for_team = 1;
create index handover_giver on handover (workspace, by_person, id) where waits_for_answer = 1;
