#!/usr/bin/env bash
# One database and one role without special rights for each of hub and identity provider.
set -euo pipefail
for name in lushu identity; do
  file=/run/secrets/$([ "$name" = lushu ] && echo hub || echo identity)_password
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v name="$name" -v password="$(cat "$file")" <<'SQL'
create role :"name" login password :'password' nosuperuser nocreatedb nocreaterole noreplication;
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
