#!/bin/sh
# Makes the clone that this file lies in able to run fleetc, which is in no package registry: the pipelines beside this
# file work from a clone. A clone that was built already stays as it is. Only the command is built, not every package,
# and no script of a dependency runs.
set -eu
cd "$(dirname "$0")/../../.."

# The build writes this file last.
[ -f apps/fleetc/dist/metafile.json ] && exit 0

node -e 'const [major, minor] = process.versions.node.split(".");
if (major < 20 || (major == 20 && minor < 19)) {
  console.error(`fleetc needs Node 20.19 or newer, and this is ${process.version}`);
  process.exit(4);
}'
npm ci --ignore-scripts --loglevel=error
npm run generate --workspaces --if-present --loglevel=error
npm run build --workspace fleetc --loglevel=error
