#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep what they have compiled; what is loaded before this line is not kept.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache();
}

const { start } = await import('./start.js');
await start();
