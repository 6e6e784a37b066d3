-- Mails that came to a colleague's secret address, by the hash of their Message-ID: each becomes a talk once. A refused one says why.
create table mail_in (
  workspace uuid not null, person uuid not null, message bytea not null, at bigint not null, subject text not null, refused text, primary key (workspace, person, message)
);
