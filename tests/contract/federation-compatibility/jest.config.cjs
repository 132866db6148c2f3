// The package's own compiled test files, as they are.
const { dirname, join } = require('node:path');

module.exports = {
  rootDir: dirname(require.resolve('@apollo/federation-subgraph-compatibility-tests/package.json')),
  testMatch: ['<rootDir>/dist/tests/*.test.js'],
  testPathIgnorePatterns: [],
  testEnvironment: 'node',
  haste: { retainAllFiles: true },
  transform: {},
  moduleNameMapper: { '^make-fetch-happen$': join(__dirname, 'fetch.cjs') },
};
