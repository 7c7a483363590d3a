-- PostgreSQL counts code points itself.
update account set text_length = char_length(text);
alter table account add constraint account_text_length check (text_length = char_length(text));
