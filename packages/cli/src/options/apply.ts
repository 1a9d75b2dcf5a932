import type { Split } from '@slotwright/engine/plan';
import { type Command, Option } from 'commander';
import { addCommonOptions, type CommonOptions } from './common.js';
import { length } from './length.js';
import { addServerOptions, type ServerOptions } from './server.js';
import { atLeastOne, split } from './values.js';

/** What `apply` takes. */
export interface ApplyCommandOptions extends CommonOptions, ServerOptions {
  readonly state: string;
  readonly yes?: true;
  /** Milliseconds. */
  readonly maxWait: number;
  readonly maxWrites?: number;
  readonly enable?: true;
  /** Calendars of which much may be removed. */
  readonly allowRemovals?: readonly string[];
  /** Calendars of earlier documents that are to be cleared. */
  readonly retire?: readonly string[];
  readonly split?: Split;
  /** False: Docplanner is not read before planning. */
  readonly refresh: boolean;
}

const TEN_MINUTES = 600_000;

/** Adds the options of `apply`. */
export function addApplyOptions(command: Command): Command {
  return addServerOptions(addCommonOptions(command))
    .requiredOption('--state <folder>', 'what was published; made by the first apply')
    .option('--yes', 'send without asking')
    .addOption(
      new Option('--max-wait <time>', 'longest wait for a rate limit, such as 90s, 10m or 1h')
        .argParser(length)
        .default(TEN_MINUTES, '10m'),
    )
    .addOption(
      new Option('--max-writes <n>', 'stop after so many write calls').argParser(atLeastOne),
    )
    .option('--no-refresh', 'do not read Docplanner first: drift is neither seen nor repaired')
    .option(
      '--retire <ids...>',
      'calendars that the document has no more, such as 1/10/100: clear and forget them',
    )
    .option(
      '--allow-removals <ids...>',
      'calendars of which the plan may remove most free starts, or all',
    )
    .option('--enable', 'enable calendars that are disabled or missing, rather than refuse them')
    .addOption(
      new Option(
        '--split <how>',
        'requests: whole, per-date, or the most entries of one request',
      ).argParser(split),
    );
}
