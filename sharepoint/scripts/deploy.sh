#!/usr/bin/env bash
# Puts the solution into the tenant's app catalogue, or a newer version in its place, and makes the web part available.
# Needs CLI for Microsoft 365, signed in as an administrator of the app catalogue, and what `npm run package` makes.
set -euo pipefail
cd "$(dirname "$0")/../solution"

package=contribution-desk.sppkg
if [ ! -f "$package" ]; then
  echo "There is no sharepoint/solution/$package. Make it with: npm run package" >&2
  exit 2
fi
m365 spo app add --filePath "$package" --overwrite >/dev/null
m365 spo app deploy --name "$package" --skipFeatureDeployment >/dev/null

echo "What the app catalogue holds:"
m365 spo app get --name "$package" --output text --query '{title: Title, version: AppCatalogVersion, deployed: Deployed, valid: IsValidAppPackage}'
