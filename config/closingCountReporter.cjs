'use strict';

/** Ends a run with one plain line, `N passed, N failed`, for continuous integration to read. */
module.exports = class ClosingCountReporter {
  onRunComplete(_contexts, results) {
    const brokenSuites = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.on('exit', () => {
      process.stdout.write(`\n${results.numPassedTests} passed, ${results.numFailedTests + brokenSuites} failed${tail}\n`);
    });
  }
};
