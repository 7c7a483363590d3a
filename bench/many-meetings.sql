-- Fills an empty record (PostgreSQL, migrated by the service) with 20,000 meetings and 240,000 statements, the same ones
-- every time; with others where psql is told -v meetings=NUMBER. Texts are in small ASCII letters, so that their folded words are themselves.
\if :{?meetings}
\else
\set meetings 20000
\endif
create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.some_words(seed bigint, many int) returns text language sql immutable as $$
  select string_agg((array['climate', 'trade', 'border', 'security', 'treaty', 'visit', 'energy', 'water', 'fishing',
    'aviation', 'tariff', 'talks', 'summit', 'ceasefire', 'aid', 'debt', 'harbour', 'railway', 'visa', 'embassy',
    'cooperation', 'agreement', 'progress', 'concern', 'regret', 'hope', 'support', 'dialogue', 'peace', 'growth',
    'w' || abs(hashint8(seed * 100 + i)) % 5000, 'v' || abs(hashint8(seed + i)) % 20000])
    [1 + abs(hashint8(seed * 1000 + i)) % 32], ' ' order by i) from generate_series(1, many) i $$;

-- Where a day stands among others: org.chancery.record.RecordDate.
create function pg_temp.in_order(day date) returns bigint language sql immutable as $$
  select (day - date '1970-01-01' + 719528)::bigint * 262144 $$;

insert into party (id, record_key, name, other_names, other_name_languages, kind, country, same_as, search_words, created_at, updated_at, version)
select pg_temp.id(1, n), 'P' || n, 'party ' || n, '{}', '{}', 'STATE', null, '{}', ' party ' || n || ' ', now(), now(), 0
from generate_series(1, 200) n;

insert into topic (id, record_key, name, other_names, other_name_languages, same_as, search_words, created_at, updated_at, version)
select pg_temp.id(2, n), 'topic-' || n, 'topic ' || n, '{}', '{}', '{}', ' topic ' || n || ' ', now(), now(), 0
from generate_series(1, 300) n;

insert into participant (id, record_key, name, other_names, other_name_languages, party_id, same_as, search_words, created_at,
  updated_at, version)
select pg_temp.id(3, n), 'person-' || n, 'person ' || n, '{}', '{}', pg_temp.id(1, 1 + n % 200), '{}', ' person ' || n || ' ', now(),
  now(), 0
from generate_series(1, 4000) n;

insert into meeting (id, record_key, title, date_edtf, date_earliest, date_latest, date_order, status, format,
  same_as, search_words, created_at, updated_at, version)
select pg_temp.id(4, n), 'meeting-' || n, pg_temp.some_words(n, 4), day::text, day, day, pg_temp.in_order(day), 'HELD',
  (array['IN_PERSON', 'VIDEO', 'PHONE'])[1 + n % 3], '{}', ' ' || pg_temp.some_words(n, 4) || ' ',
  timestamptz '2024-01-01' + n * interval '1 minute', timestamptz '2024-01-01' + n * interval '1 minute', 0
from (select n, date '1970-01-01' + (n % 19000) as day from generate_series(1, :meetings) n) m;

insert into meeting_topic (meeting_id, topic_id, position)
select pg_temp.id(4, n), pg_temp.id(2, 1 + (n * 7 + p * 31) % 300), p
from generate_series(1, :meetings) n, generate_series(1, 2) p;

insert into participation (id, meeting_id, meeting_order, participant_id, party_id, position, offices, search_words)
select pg_temp.id(5, n * 10 + p), pg_temp.id(4, n), pg_temp.in_order(date '1970-01-01' + (n % 19000)::int), pg_temp.id(3, 1 + (n * 13 + p * 997) % 4000),
  pg_temp.id(1, 1 + (n * 13 + p * 997) % 200), p, array['minister of ' || (n % 50)], ' minister of ' || (n % 50) || ' '
from generate_series(1, :meetings) n, generate_series(1, 4) p;

insert into account (id, record_key, meeting_id, position, kind, publisher, side_id, same_as, search_words, created_at, updated_at,
  version)
select pg_temp.id(6, n * 10 + p), 'meeting-' || n || '-' || p, pg_temp.id(4, n), p,
  (array['OFFICIAL_READOUT', 'PRESS_REPORT'])[p], 'publisher ' || (n + p) % 40, pg_temp.id(1, 1 + (n * 13 + p * 997) % 200), '{}', '', now(), now(), 0
from generate_series(1, :meetings) n, generate_series(1, 2) p;

insert into statement (id, record_key, meeting_id, meeting_order, account_id, sequence, position, cue,
  act, mode, text, text_length, same_as, search_words, created_at, updated_at, version)
select pg_temp.id(7, n * 100 + s), 'meeting-' || n || '-' || (1 + (s - 1) / 6) || '-' || s, pg_temp.id(4, n),
  pg_temp.in_order(date '1970-01-01' + (n % 19000)::int), pg_temp.id(6, n * 10 + 1 + (s - 1) / 6), s, 1 + (s - 1) % 6,
  'said',
  (array['STATE', 'AGREE', 'SUPPORT', 'CONCEDE', 'CONSULT', 'REQUEST', 'ACCUSE', 'REJECT'])[1 + (n + s) % 8], 'INDIRECT', text,
  char_length(text), '{}', ' ' || text || ' ', timestamptz '2024-01-01' + n * interval '1 minute',
  timestamptz '2024-01-01' + n * interval '1 minute', 0
from (select n, s, pg_temp.some_words(n * 100 + s, 14) as text from generate_series(1, :meetings) n, generate_series(1, 12) s) t;

insert into statement_speaker (statement_id, position, meeting_id, meeting_order, sequence, speaker_participant_id)
select pg_temp.id(7, n * 100 + s), 1, pg_temp.id(4, n), pg_temp.in_order(date '1970-01-01' + (n % 19000)::int), s,
  pg_temp.id(3, 1 + (n * 13 + (1 + s % 4) * 997) % 4000)
from generate_series(1, :meetings) n, generate_series(1, 12) s;

insert into statement_topic (statement_id, topic_id, position)
select pg_temp.id(7, n * 100 + s), pg_temp.id(2, 1 + (n * 7 + s * 31) % 300), 1
from generate_series(1, :meetings) n, generate_series(1, 12) s;

analyze;
