'use strict';

const build = require('@microsoft/sp-build-web');

// ESLint runs once over the whole repository (`npm run lint`), not a second time over the web part alone.
build.lintCmd.enabled = false;

const getTasks = build.rig.getTasks;
build.rig.getTasks = function () {
  const tasks = getTasks.call(build.rig);
  tasks.set('serve', tasks.get('serve-deprecated'));
  return tasks;
};

build.initialize(require('gulp'));
