// These tests have no packages of their own: they use those of the web client.
export * from '../../webclient/node_modules/@playwright/test/index.js';
