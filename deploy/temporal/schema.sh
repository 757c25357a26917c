#!/bin/sh
# Makes and upgrades the two databases of Temporal. May be repeated: what is there already stays.
set -eu

SQL_PASSWORD="$(cat "${SQL_PASSWORD_FILE:-/run/secrets/postgres_password}")"
export SQL_PASSWORD SQL_PLUGIN=postgres12

prepare() {
  export SQL_DATABASE="$1"
  temporal-sql-tool create-database
  temporal-sql-tool setup-schema --version 0.0
  temporal-sql-tool update-schema --schema-name "$2"
}

prepare temporal postgresql/v12/temporal
prepare temporal_visibility postgresql/v12/visibility
