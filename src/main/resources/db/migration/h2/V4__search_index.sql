-- H2 has no index over words that keeps in step with a transaction that is rolled back: this table is one.
create table search_word (
  word varchar(100) not null,
  thing uuid not null,
  primary key (word, thing)
);
create index search_word_thing on search_word (thing);
