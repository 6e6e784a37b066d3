-- Whether logs of who mails whom may be brought in.
alter table workspace add column mail_logs integer not null default 0;

-- Who wrote to whom on which day, and how often: never a subject, never an hour.
create table mail_contact (
  workspace uuid not null, sender uuid not null, receiver uuid not null, day text not null, mails integer not null, import uuid not null,
  primary key (workspace, sender, receiver, day)
)/*clustered*/;
create index mail_contact_day on mail_contact (workspace, day);
create index mail_contact_import on mail_contact (workspace, import);

-- The mails of a quarter between units, cut once: cells of five or more people, and no person.
create table mail_cut (
  workspace uuid not null, quarter text not null, at bigint not null, cut text not null, primary key (workspace, quarter)
)/*clustered*/;
