-- The record of diplomatic meetings. What must never be false is a constraint here, whatever writes.
-- Texts may be twice as long as the document format lets them be: H2 counts UTF-16 units, of which a character can
-- have two.
-- record_key: short, readable, unique among its kind, permanent. version: how often the row was changed.
-- same_as: addresses of the same thing elsewhere. search_words: the words that it is found by, folded, with a space before and
-- after each, and "|" between two texts (see org.chancery.search.Words, which alone writes them).
-- "= any (array[…])": of "in (…)" H2 keeps the values together with the connection that has made the table, and cannot check
-- them when that one is closed.
-- H2 makes an index for each foreign key by itself; those that PostgreSQL needs are in its own migration.

-- other_names and other_name_languages are read together, one by one; a language is '' where the record does not say it.
create table party (
  id uuid primary key,
  record_key varchar(100) not null constraint party_key_unique unique,
  name varchar(500) not null,
  other_names varchar(500) array not null,
  other_name_languages varchar(35) array not null,
  kind varchar(20) not null check (kind = any (array['STATE', 'ORGANISATION'])),
  country varchar(2),
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint party_names check (cardinality(other_names) = cardinality(other_name_languages))
);

create table topic (
  id uuid primary key,
  record_key varchar(100) not null constraint topic_key_unique unique,
  name varchar(500) not null,
  other_names varchar(500) array not null,
  other_name_languages varchar(35) array not null,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint topic_names check (cardinality(other_names) = cardinality(other_name_languages))
);

create table participant (
  id uuid primary key,
  record_key varchar(100) not null constraint participant_key_unique unique,
  name varchar(500) not null,
  other_names varchar(500) array not null,
  other_name_languages varchar(35) array not null,
  sort_name varchar(500),
  party_id uuid constraint participant_party references party,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint participant_names check (cardinality(other_names) = cardinality(other_name_languages))
);

-- Dates: as EDTF writes them, with the first and the last day that they can mean (null: no such day is known).
-- date_order is where a date stands among others (see org.chancery.record.RecordDate): by its first day, or its last where
-- it has no first, and within the day by the time. 0 where neither is known.
create table event (
  id uuid primary key,
  record_key varchar(100) not null constraint event_key_unique unique,
  title varchar(500) not null,
  date_edtf varchar(50) not null,
  date_earliest date,
  date_latest date,
  date_order bigint not null,
  place varchar(500),
  host_id uuid constraint event_host references party,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint event_days check (date_earliest is null or date_latest is null or date_earliest <= date_latest)
);
create index event_newest on event (date_order desc, id);

create table event_topic (
  event_id uuid not null constraint event_topic_event references event,
  topic_id uuid not null constraint event_topic_topic references topic,
  position integer not null check (position >= 1),
  primary key (event_id, topic_id)
);

create table meeting (
  id uuid primary key,
  record_key varchar(100) not null constraint meeting_key_unique unique,
  title varchar(500) not null,
  date_edtf varchar(50) not null,
  date_earliest date,
  date_latest date,
  date_order bigint not null,
  status varchar(20) not null check (status = any (array['HELD', 'SCHEDULED', 'POSTPONED', 'CANCELLED'])),
  format varchar(20) not null check (format = any (array['IN_PERSON', 'VIDEO', 'PHONE', 'HYBRID', 'WRITTEN'])),
  place varchar(500),
  initiative varchar(20) check (initiative = any (array['INVITATION', 'REQUEST'])),
  initiator_id uuid constraint meeting_initiator references party,
  event_id uuid constraint meeting_event references event,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint meeting_days check (date_earliest is null or date_latest is null or date_earliest <= date_latest),
  constraint meeting_initiator_of_an_initiative check (initiator_id is null or initiative is not null),
  constraint meeting_in_its_order unique (id, date_order)
);
create index meeting_newest on meeting (date_order desc, id);

create table meeting_topic (
  meeting_id uuid not null constraint meeting_topic_meeting references meeting,
  topic_id uuid not null constraint meeting_topic_topic references topic,
  position integer not null check (position >= 1),
  primary key (meeting_id, topic_id)
);

-- meeting_order repeats the meeting's date_order, so that a participant's meetings are read in order; the foreign key keeps
-- the two the same.
create table participation (
  id uuid primary key,
  meeting_id uuid not null,
  meeting_order bigint not null,
  participant_id uuid not null constraint participation_participant references participant,
  party_id uuid not null constraint participation_party references party,
  on_behalf_of_id uuid constraint participation_on_behalf_of references party,
  position integer not null check (position >= 1),
  offices varchar(500) array not null,
  search_words varchar not null,
  role varchar(20) check (role = any
    (array['PRINCIPAL', 'DELEGATE', 'CHAIR', 'MEDIATOR', 'OBSERVER', 'INTERPRETER', 'NOTE_TAKER'])),
  attendance varchar(20) check (attendance = any (array['ON_SITE', 'REMOTE', 'ABSENT'])),
  joined_from varchar(500),
  constraint participation_meeting foreign key (meeting_id, meeting_order)
    references meeting (id, date_order) on update cascade,
  constraint participation_once unique (meeting_id, participant_id, party_id),
  constraint participation_position unique (meeting_id, position)
);
create index participation_participant_index on participation (participant_id, meeting_order desc, id);
-- The meetings of a participant or of a party are read in their order, each once.
create index participation_meetings_of_participant on participation (participant_id, meeting_order desc, meeting_id);
create index participation_meetings_of_party on participation (party_id, meeting_order desc, meeting_id);

create table account (
  id uuid primary key,
  record_key varchar(100) not null constraint account_key_unique unique,
  meeting_id uuid not null constraint account_meeting references meeting,
  position integer not null check (position >= 1),
  kind varchar(20) not null check (kind = any
    (array['OFFICIAL_READOUT', 'PRESS_REPORT', 'JOINT_STATEMENT', 'TRANSCRIPT', 'MEMORANDUM', 'DISPATCH', 'MEMOIR', 'OTHER'])),
  publisher varchar(500),
  side_id uuid constraint account_side references party,
  title varchar(500),
  url varchar(2000),
  dateline varchar(500),
  language varchar(35),
  published_on date,
  licence varchar(500),
  text varchar(200000),
  text_length integer,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint account_position unique (meeting_id, position),
  constraint account_of_its_meeting unique (id, meeting_id),
  constraint account_length unique (id, text_length),
  constraint account_length_of_a_text check ((text_length is null) = (text is null))
);

-- A statement's account belongs to its meeting. What it is reported in stands before it in the same account, so that
-- no chain can leave the account or come back to where it began.
create table statement (
  id uuid primary key,
  record_key varchar(100) not null constraint statement_key_unique unique,
  meeting_id uuid not null,
  meeting_order bigint not null,
  account_id uuid not null,
  sequence integer not null check (sequence >= 1),
  position integer not null check (position >= 1),
  source varchar(500),
  cue varchar(100),
  act varchar(20) not null check (act = any
    (array['STATE', 'AGREE', 'SUPPORT', 'CONCEDE', 'CONSULT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])),
  mode varchar(20) not null check (mode = any (array['DIRECT', 'INDIRECT', 'MIXED'])),
  text varchar(10000) not null,
  text_length integer not null check (text_length >= 1),
  reported_in_id uuid,
  reported_in_position integer,
  anchor_start integer,
  anchor_end integer,
  anchor_text_length integer,
  same_as varchar(2000) array not null,
  search_words varchar not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint statement_meeting foreign key (meeting_id, meeting_order)
    references meeting (id, date_order) on update cascade,
  constraint statement_account foreign key (account_id, meeting_id) references account (id, meeting_id),
  constraint statement_sequence unique (meeting_id, sequence),
  constraint statement_position unique (account_id, position),
  constraint statement_in_its_place unique (id, account_id, position),
  constraint statement_of_its_account unique (id, meeting_id, account_id),
  constraint statement_length unique (id, text_length),
  constraint statement_in_its_order unique (id, meeting_id, meeting_order, sequence),
  constraint statement_reported_in foreign key (reported_in_id, account_id, reported_in_position)
    references statement (id, account_id, position),
  constraint statement_reported_before check (
    (reported_in_id is null) = (reported_in_position is null)
    and (reported_in_position is null or reported_in_position < position)),
  constraint statement_anchor foreign key (account_id, anchor_text_length)
    references account (id, text_length) on update cascade,
  constraint statement_anchor_inside_the_text check (
    (anchor_start is null and anchor_end is null and anchor_text_length is null)
    or (anchor_start is not null and anchor_end is not null and anchor_text_length is not null
      and 0 <= anchor_start and anchor_start < anchor_end and anchor_end <= anchor_text_length))
);
create index statement_newest on statement (meeting_order desc, meeting_id, sequence);
-- In which order the record was written, for those who follow its changes.
create index meeting_created on meeting (created_at, id);
create index meeting_updated on meeting (updated_at, id);
create index statement_created on statement (created_at, id);
create index statement_updated on statement (updated_at, id);
-- Statements are counted by these without being read.
create index statement_act on statement (act);
create index statement_mode on statement (mode);

-- Who said it, one or more, in the order in which the account names them. Where the statement stands is repeated here, so that
-- somebody's statements are read in order; the foreign key keeps the two the same.
create table statement_speaker (
  statement_id uuid not null,
  position integer not null check (position >= 1),
  meeting_id uuid not null,
  meeting_order bigint not null,
  sequence integer not null,
  speaker_participant_id uuid constraint statement_speaker_participant references participant,
  speaker_party_id uuid constraint statement_speaker_party references party,
  primary key (statement_id, position),
  constraint statement_speaker_statement foreign key (statement_id, meeting_id, meeting_order, sequence)
    references statement (id, meeting_id, meeting_order, sequence) on update cascade,
  constraint statement_speaker_is_one check ((speaker_participant_id is null) <> (speaker_party_id is null)),
  constraint statement_speaker_participant_once unique (statement_id, speaker_participant_id),
  constraint statement_speaker_party_once unique (statement_id, speaker_party_id)
);

create table addressee (
  statement_id uuid not null constraint addressee_statement references statement,
  position integer not null check (position >= 1),
  speaker_participant_id uuid constraint addressee_participant references participant,
  speaker_party_id uuid constraint addressee_party references party,
  primary key (statement_id, position),
  constraint addressee_is_one check ((speaker_participant_id is null) <> (speaker_party_id is null)),
  constraint addressee_participant_once unique (statement_id, speaker_participant_id),
  constraint addressee_party_once unique (statement_id, speaker_party_id)
);

create table statement_topic (
  statement_id uuid not null constraint statement_topic_statement references statement,
  topic_id uuid not null constraint statement_topic_topic references topic,
  position integer not null check (position >= 1),
  primary key (statement_id, topic_id)
);

-- Offsets count Unicode code points. The words themselves are in the statement's text and nowhere else.
create table quotation (
  id uuid primary key,
  statement_id uuid not null,
  statement_length integer not null,
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null,
  constraint quotation_statement foreign key (statement_id, statement_length)
    references statement (id, text_length) on update cascade,
  constraint quotation_inside_its_text check (start_offset < end_offset and end_offset <= statement_length),
  constraint quotation_start unique (statement_id, start_offset)
);

-- Two statements of two accounts of one meeting, that corroborate or contradict each other.
create table statement_pair (
  id uuid primary key,
  -- That of both statements, as their keys say.
  meeting_id uuid not null,
  one_id uuid not null,
  one_account_id uuid not null,
  other_id uuid not null,
  other_account_id uuid not null,
  kind varchar(20) not null check (kind = any (array['CORROBORATES', 'CONTRADICTS'])),
  constraint statement_pair_one foreign key (one_id, meeting_id, one_account_id)
    references statement (id, meeting_id, account_id),
  constraint statement_pair_other foreign key (other_id, meeting_id, other_account_id)
    references statement (id, meeting_id, account_id),
  constraint statement_pair_of_two_accounts check (one_account_id <> other_account_id),
  constraint statement_pair_in_order check (one_id < other_id),
  constraint statement_pair_once unique (one_id, other_id)
);
create index statement_pair_meeting_index on statement_pair (meeting_id);

-- What was found to be the same as another thing, to which its key and its id lead.
create table merged_thing (
  id uuid primary key,
  kind varchar(20) not null check (kind = any (array['PARTY', 'TOPIC', 'PARTICIPANT', 'EVENT'])),
  record_key varchar(100) not null,
  kept_id uuid not null,
  constraint merged_thing_key unique (kind, record_key),
  constraint merged_into_another check (kept_id <> id)
);

-- What was written together, by one editor for one reason: one transaction.
create table revision (
  id uuid primary key,
  number integer not null constraint revision_number_unique unique check (number >= 1),
  written_at timestamp(6) with time zone not null constraint revision_written_once unique,
  editor varchar(200) not null,
  -- Of each edit that it has, up to 2,000 characters.
  reason varchar(100000),
  constraint revision_of_its_number unique (number, id)
);

-- What a revision did to one thing. line_id: of the thing itself, or of the meeting that carries it. before_members and after_members are its members as a document has them, without the things
-- with ids that it carries, which have changes of their own.
create table record_change (
  revision_id uuid not null,
  revision_number integer not null,
  position integer not null check (position >= 1),
  kind varchar(20) not null check (kind = any (array['RECORDED', 'AMENDED', 'WITHDRAWN', 'MERGED', 'ERASED'])),
  thing_kind varchar(20) not null check (thing_kind = any
    (array['PARTY', 'TOPIC', 'PARTICIPANT', 'EVENT', 'MEETING', 'PARTICIPATION', 'ACCOUNT', 'STATEMENT', 'LINK'])),
  thing_id uuid not null,
  line_id uuid not null,
  thing_key varchar(100),
  before_members varchar,
  after_members varchar,
  -- What the proof says of it (docs/proof.md): a salt, and the digest of both, in hexadecimal digits.
  salt varchar(32) not null,
  digest varchar(64) not null,
  primary key (revision_number, position),
  -- No foreign key: the database would look for the revision once more with each of its changes. "verify" tells of one that is not there.
  constraint record_change_of_one_thing unique (thing_id, revision_number),
  constraint record_change_members check (
    (kind = 'ERASED' and before_members is not distinct from after_members)
    or (kind <> 'ERASED' and (before_members is null) = (kind = 'RECORDED')
      and (after_members is null) = (kind = any (array['WITHDRAWN', 'MERGED']))))
);

-- By the key alone: H2 would read a whole index by key and kind where one of several keys is asked for.
create index record_change_of_key on record_change (thing_key);
create index record_change_of_line on record_change (line_id, revision_number, position);
create index record_change_of_revision on record_change (revision_id, position);

-- What a revision did to the rows of a line: a salt, and the digest of both, in hexadecimal digits.
create table revision_line (
  revision_number integer not null constraint revision_line_revision references revision (number),
  line_kind varchar(20) not null check (line_kind = any (array['PARTY', 'TOPIC', 'PARTICIPANT', 'EVENT', 'MEETING'])),
  line_id uuid not null,
  salt varchar(32) not null,
  digest varchar(64) not null,
  primary key (revision_number, line_id)
);
create index revision_line_of_line on revision_line (line_id, revision_number);

-- A digest that a revision's leaf has of a change, of a line, or of who and why (neither), and the one of what is left there since
-- words were erased by the revision with revision_number.
create table erased_digest (
  revision_id uuid not null,
  revision_number integer not null,
  position integer not null check (position >= 1),
  of_revision integer not null constraint erased_digest_of_revision references revision (number),
  change_position integer,
  line_id uuid,
  before_digest varchar(64) not null,
  after_digest varchar(64) not null,
  primary key (revision_number, position),
  constraint erased_digest_revision foreign key (revision_number, revision_id) references revision (number, id),
  constraint erased_digest_of_one check (change_position is null or line_id is null),
  constraint erased_digest_of_earlier check (of_revision < revision_number)
);
create index erased_digest_of on erased_digest (of_revision, revision_number, position);
create index erased_digest_of_eraser on erased_digest (revision_id, revision_number, position);

-- The head of the log with a revision as its last leaf.
create table revision_proof (
  revision_number integer primary key constraint revision_proof_revision references revision (number),
  leaf varchar(1000) not null,
  -- Of the digest of who and why.
  salt varchar(32) not null,
  root varchar(64) not null,
  origin varchar(200) not null,
  -- Public key and signature of the head's text (Ed25519), in Base64.
  signer varchar(44) not null,
  signature varchar(88) not null
);

-- Of the log's tree: the hash over 2^level revisions, of which the first has the number position * 2^level + 1.
create table proof_node (
  level integer not null,
  position integer not null,
  hash varchar(64) not null,
  primary key (level, position)
);

-- The last revision and its time (see org.chancery.record.RecordClock).
create table record_clock (
  id integer primary key check (id = 1),
  last_written timestamp(6) with time zone not null,
  last_revision integer not null
);
insert into record_clock (id, last_written, last_revision) values (1, timestamp with time zone '1970-01-01 00:00:00+00', 0);

-- What requests with an Idempotency-Key were answered (see org.chancery.graphql.idempotency); kept for thirty days.
create table kept_answer (
  id varchar(64) primary key,
  request varchar(64) not null,
  answer varchar not null,
  answered_at timestamp(6) with time zone not null
);
create index kept_answer_by_age on kept_answer (answered_at);
