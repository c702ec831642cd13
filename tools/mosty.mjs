#!/usr/bin/env node
// `mosty import …` outside of npm scripts.
process.argv.splice(2, 0, 'mosty');
await import('./run.mjs');
