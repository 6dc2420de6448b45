// Node 20's optimizing compiler does not come to an end with some function of the CDK once a long test run has made it hot:
// V8's escape analysis goes on at full load, the process waits for it at its exit, and Surefire for the process.
require('node:v8').setFlagsFromString('--no-turbo-escape');
