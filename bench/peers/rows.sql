-- Copies the rows of the peers' schema "bench" (20,000 meetings, 240,186 statements; see
-- the README of the peers) into Chancery's tables, so that Chancery answers from the same record.
--
-- Run by the script beside this file, which makes the database, has Chancery migrate it, and copies the tables of bench
-- into a schema "peers" of that database first. By hand: psql -v ON_ERROR_STOP=1 -d chancery -f rows.sql
-- on a database that Chancery has migrated and nothing has been loaded into.
--
-- What is mapped how, so that the same queries give the same rows in the same order:
--   * ids: a UUID of the shape of version 7, by kind and number. Meetings count down, because p0 lists the newest first by
--     (held_on desc, id desc) and Chancery by (date_order desc, id).
--   * keys: party = code, participant = person-N, meeting = meeting-N, topic = its words with hyphens,
--     account = meeting-N-K, statement = meeting-N-K-P.
--   * statement.sequence is bench's position (accounts may alternate), so that "the first ten" are the same ten.
--   * mode is INDIRECT: bench has no quotations, and the service takes no DIRECT or MIXED without one.
--   * format, kind, act and role are mapped to the nearest value of Chancery's enums.
--   * search_words: as org.chancery.search.Words writes them. All texts of bench are ASCII (checked below), so folding is
--     lower case, and a word is a run of letters and digits.
--   * created_at and updated_at: one moment for all, as of one document; record_clock is set to it.
-- Not there in bench, and so empty here: events, addressees, quotations, topics of statements, pairs, anchors, texts of accounts.
begin;
set local search_path = public;
set local work_mem = '256MB';

create function pg_temp.uid(kind int, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- Words.of(one text) for ASCII.
create function pg_temp.words(text text) returns text language sql immutable as $$
  select case when w = '' then '' else ' ' || w || ' ' end
  from (select btrim(regexp_replace(lower(text), '[^a-z0-9]+', ' ', 'g')) as w) x $$;
create function pg_temp.meeting_uid(n bigint) returns uuid language sql immutable as $$
  select pg_temp.uid(4, 1000000000 - n) $$;
-- Where a day stands among others: org.chancery.record.RecordDate.
create function pg_temp.in_order(day date) returns bigint language sql immutable as $$
  select (day - date '1970-01-01' + 719528)::bigint * 262144 $$;
create temp table moment on commit drop as select date_trunc('milliseconds', now()) as at;

do $$ begin
  if exists (select from public.party) then raise 'This record is not empty: load into a new database.'; end if;
  if exists (select from peers.statement where text ~ '[^ -~]') or exists (select from peers.meeting where title || place || topic ~ '[^ -~]')
    or exists (select from peers.participant where name ~ '[^ -~]') or exists (select from peers.participation where office ~ '[^ -~]')
    or exists (select from peers.party where name ~ '[^ -~]')
  then raise 'A text is not ASCII: pg_temp.words would fold it otherwise than the service.'; end if;
end $$;

insert into party (id, record_key, name, other_names, other_name_languages, kind, country, same_as, search_words, created_at,
  updated_at, version)
select pg_temp.uid(1, id), code, name, '{}', '{}', upper(kind), null, '{}', pg_temp.words(name), at, at, 0 from peers.party, moment order by id;

insert into topic (id, record_key, name, other_names, other_name_languages, same_as, search_words, created_at, updated_at, version)
select pg_temp.uid(2, row_number() over (order by topic)), replace(topic, ' ', '-'), topic, '{}', '{}', '{}', pg_temp.words(topic), at, at, 0
from (select distinct topic from peers.meeting) t, moment order by topic;

insert into participant (id, record_key, name, other_names, other_name_languages, sort_name, party_id, same_as, search_words, created_at, updated_at, version)
select pg_temp.uid(3, id), 'person-' || id, name, '{}', '{}', null, pg_temp.uid(1, party_id), '{}', pg_temp.words(name), at, at, 0
from peers.participant, moment order by id;

insert into meeting (id, record_key, title, date_edtf, date_earliest, date_latest, date_order, status, format, place,
  initiative, initiator_id, event_id, same_as, search_words, created_at, updated_at, version)
select pg_temp.meeting_uid(id), 'meeting-' || id, title, held_on::text, held_on, held_on, pg_temp.in_order(held_on), 'HELD',
  case format when 'telephone call' then 'PHONE' when 'round table' then 'HYBRID' else 'IN_PERSON' end, place,
  null, null, null, '{}',
  pg_temp.words(title) || case when pg_temp.words(place) = '' then '' else '|' || pg_temp.words(place) end, at, at, 0
from peers.meeting, moment order by id;

insert into meeting_topic (meeting_id, topic_id, position)
select pg_temp.meeting_uid(m.id), t.id, 1 from peers.meeting m join topic t on t.name = m.topic order by m.id;

insert into participation (id, meeting_id, meeting_order, participant_id, party_id, on_behalf_of_id, position, offices, role,
  attendance, joined_from, search_words)
select pg_temp.uid(5, row_number() over (order by x.meeting_id, x.participant_id)), pg_temp.meeting_uid(x.meeting_id), pg_temp.in_order(m.held_on),
  pg_temp.uid(3, x.participant_id), pg_temp.uid(1, x.party_id), null,
  row_number() over (partition by x.meeting_id order by x.participant_id), array[x.office],
  case x.role when 'host' then 'PRINCIPAL' when 'guest' then 'DELEGATE' else upper(replace(x.role, ' ', '_')) end,
  null, null, pg_temp.words(x.office)
from peers.participation x join peers.meeting m on m.id = x.meeting_id order by x.meeting_id, x.participant_id;

create temp table accounts on commit drop as
select a.*, row_number() over (partition by meeting_id order by id) as place from peers.account a;
insert into account (id, record_key, meeting_id, position, kind, publisher, side_id, title, url, dateline, language,
  published_on, licence, text, text_length, same_as, search_words, created_at, updated_at, version)
select pg_temp.uid(6, id), 'meeting-' || meeting_id || '-' || place, pg_temp.meeting_uid(meeting_id), place,
  case kind when 'transcript' then 'TRANSCRIPT' when 'cable' then 'PRESS_REPORT' when 'communique' then 'JOINT_STATEMENT'
    else 'OFFICIAL_READOUT' end,
  publisher, null, null, null, null, 'en', published_on, null, null, null, '{}', '', at, at, 0
from accounts, moment order by id;

insert into statement (id, record_key, meeting_id, meeting_order, account_id, sequence, position,
  cue, act, mode, text, text_length, reported_in_id, reported_in_position, same_as, search_words, created_at,
  updated_at, version)
select pg_temp.uid(7, s.id), 'meeting-' || s.meeting_id || '-' || a.place || '-' || s.of_account, pg_temp.meeting_uid(s.meeting_id),
  pg_temp.in_order(m.held_on), pg_temp.uid(6, s.account_id), s.position, s.of_account, s.cue,
  case s.act when 'assertion' then 'STATE' when 'question' then 'REQUEST' when 'proposal' then 'CONSULT' when 'promise' then 'AGREE'
    when 'refusal' then 'REJECT' when 'thanks' then 'SUPPORT' when 'warning' then 'THREATEN' when 'concession' then 'CONCEDE' end,
  'INDIRECT', s.text, char_length(s.text), null, null, '{}', pg_temp.words(s.text), at, at, 0
from (select *, row_number() over (partition by account_id order by position) as of_account from peers.statement) s
  join peers.meeting m on m.id = s.meeting_id join accounts a on a.id = s.account_id, moment
order by s.id;

insert into statement_speaker (statement_id, position, meeting_id, meeting_order, sequence, speaker_participant_id)
select pg_temp.uid(7, s.id), 1, pg_temp.meeting_uid(s.meeting_id), pg_temp.in_order(m.held_on), s.position,
  pg_temp.uid(3, s.participant_id)
from peers.statement s join peers.meeting m on m.id = s.meeting_id order by s.id;

update record_clock set last_written = at from moment;
drop schema peers cascade;
commit;
vacuum (freeze, analyze);
