-- What follows a sale, as a company does it; a sale takes a copy.
create table chain_template (
  workspace uuid not null, id uuid not null, name text not null, owner uuid, steps text not null, version integer not null, made_at bigint not null, primary key (workspace, id)
);

-- The chain of a sale; where its steps stand is told by their asks. One of a sale goes on at most.
create table chain (
  workspace uuid not null, id uuid not null, sale uuid not null, by_person uuid not null, document text not null, is_open integer not null, version integer not null, primary key (workspace, id)
);
create index chain_sale on chain (workspace, sale, id);
create unique index chain_open on chain (workspace, sale) where is_open = 1;

-- What a customer may see of a chain. Only the hash of its secret is kept, and of its use only the last day.
create table chain_link (
  workspace uuid not null, id uuid not null, hash bytea not null, chain uuid not null, by_person uuid not null, made_at bigint not null, ends_at bigint not null,
  title text not null, language text not null, steps text not null, revoked_at bigint, opened_on text, primary key (workspace, id)
);
create unique index chain_link_hash on chain_link (workspace, hash);
create index chain_link_chain on chain_link (workspace, chain, id);
