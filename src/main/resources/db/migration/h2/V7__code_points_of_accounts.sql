-- H2 counts UTF-16 units, of which a code point has one or two: it can hold text_length between the two.
alter table account add constraint account_text_length
  check (text_length <= char_length(text) and char_length(text) <= 2 * text_length);
