-- PostgreSQL counts code points itself.
alter table statement add constraint statement_text_length check (text_length = char_length(text));

-- Keys sort by code point, as they do in H2, whatever the locale of the database.
alter table party alter column record_key type varchar(100) collate "C";
alter table topic alter column record_key type varchar(100) collate "C";
alter table participant alter column record_key type varchar(100) collate "C";
alter table event alter column record_key type varchar(100) collate "C";
alter table meeting alter column record_key type varchar(100) collate "C";
alter table account alter column record_key type varchar(100) collate "C";
alter table statement alter column record_key type varchar(100) collate "C";
