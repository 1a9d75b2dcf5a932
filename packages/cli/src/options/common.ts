import type { Instant } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { collectText, date, instant, weeks } from './values.js';

/** What every command that computes takes; absent where the user left it out. */
export interface CommonOptions {
  readonly from?: string;
  readonly through?: string;
  readonly weeks?: number;
  readonly now?: Instant;
  readonly calendar?: readonly string[];
  readonly format: 'text' | 'json';
}

/** Adds the options that `plan`, `preview` and `check` share. */
export function addCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--from <date>',
        "first date (default: today in the document's time zone)",
      ).argParser(date),
    )
    .addOption(new Option('--through <date>', 'last date, included').argParser(date))
    .addOption(
      new Option('--weeks <n>', 'so many weeks instead of --through, 1 to 52 (default: 12)')
        .argParser(weeks)
        .conflicts('through'),
    )
    .addOption(
      new Option(
        '--now <instant>',
        'what time it is, with an offset (default: the clock)',
      ).argParser(instant),
    )
    .addOption(
      new Option('--calendar <id>', 'only this calendar; may be given more than once').argParser(
        collectText,
      ),
    )
    .addOption(
      new Option('--format <format>', 'for people or for programs')
        .choices(['text', 'json'])
        .default('text'),
    );
}
