#!/usr/bin/env bash
# Keycloak takes its passwords from the environment only; they are read from files here and live in this process alone.
set -euo pipefail
KC_DB_PASSWORD=$(cat /run/secrets/identity_password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat /run/secrets/identity_admin_password)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
