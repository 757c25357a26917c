#!/bin/sh
# Makes the secrets that docker-compose.yml reads, once: files that are there already stay.
# The folder is closed to everybody else on this host. The files in it are readable, since each container runs under a
# number of its own, and sees only those it is given.
set -eu

cd "$(dirname "$0")/secrets"
chmod 0700 .

# make NAME COMMAND...: keeps what the command prints.
make() {
  name="$1"
  shift
  if [ ! -e "$name" ]; then
    "$@" > "$name.new"
    chmod 0444 "$name.new"
    mv "$name.new" "$name"
    echo "made $name"
  fi
}

mongodb_uri() {
  echo "mongodb://support:$(cat mongo_service_password)@mongo:27017/support?authSource=admin&replicaSet=rs0"
}

make postgres_password openssl rand -hex 24
make mongo_root_password openssl rand -hex 24
make mongo_service_password openssl rand -hex 24
make mongo_keyfile openssl rand -base64 756
make mongodb_uri mongodb_uri
make session_secret_key openssl rand -base64 32
make payload_master_keys openssl rand -base64 32
make admin_password openssl rand -hex 12

# These come from others: write theirs into the file, or leave it empty for what is not used.
for given in smtp_password mail_webhook_secret stripe_secret_key stripe_webhook_secret zoom_client_secret; do
  make "$given" true
done
