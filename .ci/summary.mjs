// Prints `N passed, N failed, N skipped` of a vitest report, and fails where a test was skipped.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const skipped = numPendingTests + numTodoTests;
for (const { assertionResults } of testResults) {
  for (const { status, fullName } of assertionResults) {
    if (status === 'pending' || status === 'skipped' || status === 'todo')
      console.log(`skipped: ${fullName}`);
  }
}
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`);
process.exit(numPassedTests > 0 && numFailedTests === 0 && skipped === 0 ? 0 : 1);
