#!/bin/sh
# Makes the secrets that docker-compose.yml reads, once: files that are there already stay.
# The folder is closed to everybody else on this host. The files in it are readable, since each container runs under a
# number of its own, and sees only those it is given.
set -eu

cd "$(dirname "$0")/secrets"
chmod 0700 .

make() {
  if [ ! -s "$1" ]; then
    cat > "$1.new"
    chmod 0444 "$1.new"
    mv "$1.new" "$1"
    echo "made $1"
  fi
}

openssl rand -hex 24 | make postgres_password
openssl rand -hex 24 | make mongo_root_password
openssl rand -hex 24 | make mongo_service_password
openssl rand -base64 756 | make mongo_keyfile
openssl rand -hex 12 | make admin_password
printf 'mongodb://support:%s@mongo:27017/support?authSource=admin&replicaSet=rs0\n' \
  "$(cat mongo_service_password)" | make mongodb_uri
