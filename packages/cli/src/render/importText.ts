import {
  type CallWait,
  describeSkipped,
  type ImportedClinic,
  type ImportProgress,
} from '@slotwright/adapter';
import type { Io } from '../io.js';
import { printNote } from '../result.js';
import { counted, list, paragraph } from './wrapping.js';

/** What an import has written, for people. */
export function importText(
  { document, bookings, skipped }: ImportedClinic,
  files: { readonly out: string; readonly bookings: string | undefined },
  width: number,
): readonly string[] {
  const { calendars } = document;
  const count = (key: 'schedules' | 'overrides' | 'closures' | 'breaks'): number =>
    calendars.reduce((sum, each) => sum + (each[key]?.length ?? 0), 0);
  const booked = Object.values(bookings.calendars).flat().length;
  return [
    `Wrote ${files.out}.`,
    ...list(
      '  ',
      [
        counted(calendars.length, 'calendar'),
        counted(count('schedules'), 'schedule'),
        counted(count('overrides'), 'override'),
        counted(count('closures'), 'closure'),
        counted(count('breaks'), 'break'),
      ],
      width,
    ),
    ...(files.bookings === undefined
      ? []
      : [`Wrote ${files.bookings}.`, `  ${counted(booked, 'booking')}`]),
    ...skipped.flatMap((each) => paragraph('Not imported: ', describeSkipped(each), width)),
    `Nothing was sent. Next: slotwright check ${files.out}`,
  ];
}

const CLEARED = '\r\u001b[2K';

/** Tells on standard error how far an import is: on a terminal a line that is written over. */
export function importDisplay({ stderr, now }: Pick<Io, 'stderr' | 'now'>) {
  const isTerminal = stderr.kind === 'terminal';
  const show = async (line: string): Promise<void> => {
    if (isTerminal)
      (await stderr.write(CLEARED + line.slice(0, (stderr.columns ?? 80) - 1))).unwrapOr(undefined);
    else await printNote({ stderr }, line);
  };
  return {
    onProgress: ({ done, total, last }: ImportProgress): void => {
      if (isTerminal || last === undefined) {
        const place = last === undefined ? '' : `: ${last.doctor}, ${last.address}`;
        void show(`read ${done} of ${counted(total, 'address', 'addresses')}${place}`);
      }
    },
    onWait: ({ reason, until }: CallWait): void => {
      const seconds = Math.max(0, Math.ceil((until - now()) / 1000));
      if (reason === 'rate-limit') void show(`waiting for the rate limit, ${seconds} s`);
    },
    end: async (): Promise<void> => {
      if (isTerminal) (await stderr.write(CLEARED)).unwrapOr(undefined);
    },
  };
}
