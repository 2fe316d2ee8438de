#!/usr/bin/env bash
# Takes the web part out of the tenant and the application out of the site. Lists and documents stay as they are.
# Run `npm run desk -- unsubscribe` before, while the application may still use the site.
# Needs CLI for Microsoft 365, signed in as an administrator of the tenant.
set -euo pipefail

if [ $# -lt 2 ]; then
  echo "Usage: $0 SITE_URL APPLICATION_ID..." >&2
  exit 2
fi
site=$1
shift

for application in "$@"; do
  granted=$(m365 spo site apppermission list --siteUrl "$site" --appId "$application" --output json --query 'length(@)')
  if [ "${granted:-0}" != 0 ]; then
    m365 spo site apppermission remove --siteUrl "$site" --appId "$application" --force
    echo "$application has no access to $site any more."
  fi
done

package=$(m365 spo app list --output json --query "[?ProductId=='265e9e83-e893-449a-b7c9-3906de6f86ae'].ID | [0]" | tr -d '"')
if [ -n "$package" ] && [ "$package" != null ]; then
  m365 spo app retract --id "$package" --force
  m365 spo app remove --id "$package" --force
  echo "The web part is gone from the app catalogue."
fi
