-- As of now.
create index history.statement_speaker_participant_index
  on history.statement_speaker (speaker_participant_id, meeting_order desc, meeting_id, sequence, statement_id);
create index history.statement_speaker_party_index
  on history.statement_speaker (speaker_party_id, meeting_order desc, meeting_id, sequence, statement_id);

-- The words that things no longer have, for H2, which has its own table of them.
create table history.search_word (
  word varchar(100) not null,
  thing uuid not null,
  revision_number integer not null,
  until_revision integer not null
);
create index history.search_word_versions on history.search_word (word, thing, revision_number);
create index history.search_word_thing on history.search_word (thing);
create view past.search_word as
  select word, thing from public.search_word where revision_number <= ${revision}
  union all
  select word, thing from history.search_word where revision_number <= ${revision} and until_revision > ${revision};
