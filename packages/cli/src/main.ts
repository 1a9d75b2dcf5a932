#!/usr/bin/env node
import { EXIT } from './exit.js';
import { processIo } from './processIo.js';
import { run } from './program.js';

process.once('SIGINT', () => process.exit(EXIT.interrupted));

process.exitCode = await run(process.argv.slice(2), processIo());
