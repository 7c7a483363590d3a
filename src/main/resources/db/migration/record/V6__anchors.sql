-- Where a statement stands in its account's text, in Unicode code points. The length of that text stands here too, for
-- the database to hold that the anchor is inside it. text_length is null where there is no text, and for a text that was
-- kept before anchors were.
alter table account add column text_length integer;
alter table account add constraint account_length_of_a_text check (text_length is null or text is not null);
alter table account add constraint account_length unique (id, text_length);

alter table statement add column anchor_start integer;
alter table statement add column anchor_end integer;
alter table statement add column anchor_text_length integer;
alter table statement add constraint statement_anchor foreign key (account_id, anchor_text_length)
  references account (id, text_length) on update cascade;
alter table statement add constraint statement_anchor_inside_the_text check (
  (anchor_start is null and anchor_end is null and anchor_text_length is null)
  or (anchor_start is not null and anchor_end is not null and anchor_text_length is not null
    and 0 <= anchor_start and anchor_start < anchor_end and anchor_end <= anchor_text_length));
create index statement_anchor_index on statement (account_id, anchor_text_length);
