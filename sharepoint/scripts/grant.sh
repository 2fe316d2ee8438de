#!/usr/bin/env bash
# Lets an application into one site and no other (Sites.Selected). Safe to run again.
# Needs CLI for Microsoft 365, signed in as an administrator of the tenant.
set -euo pipefail

if [ $# -lt 2 ]; then
  echo "Usage: $0 SITE_URL APPLICATION_ID [read|write|manage|fullcontrol]" >&2
  echo "The desk needs fullcontrol, which is the default: the site tells of its webhooks to nobody else." >&2
  exit 2
fi
site=$1
application=$2
permission=${3:-fullcontrol}

assigned=$(m365 entra approleassignment list --appId "$application" --output json --query "length([?roleName=='Sites.Selected' && contains(resourceDisplayName, 'SharePoint')])")
if [ "${assigned:-0}" = 0 ]; then
  m365 entra approleassignment add --appId "$application" --resource SharePoint --scopes Sites.Selected >/dev/null
  echo "The application may be let into single sites (Sites.Selected)."
fi

granted=$(m365 spo site apppermission list --siteUrl "$site" --appId "$application" --output json --query 'length(@)')
if [ "${granted:-0}" = 0 ]; then
  # SharePoint gives no more than write to one that it does not know yet.
  m365 spo site apppermission add --siteUrl "$site" --appId "$application" --appDisplayName "Contribution Desk" --permission write >/dev/null
fi
m365 spo site apppermission set --siteUrl "$site" --appId "$application" --permission "$permission" >/dev/null

echo "What the application may do in $site:"
m365 spo site apppermission list --siteUrl "$site" --appId "$application" --output text
