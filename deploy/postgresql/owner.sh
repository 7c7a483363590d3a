#!/bin/sh
# Makes the service's database, and a user that owns it and is nothing else on the server. The image of PostgreSQL runs this once, on an
# empty server. Needs DATABASE_PASSWORD.
set -eu
psql -v ON_ERROR_STOP=1 -v password="${DATABASE_PASSWORD:?}" -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
create role chancery login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database chancery owner chancery encoding 'UTF8' template template0;
revoke all on database chancery from public;
SQL
