import { type ApplyReport, isSuccess } from '@slotwright/adapter';
import { EXIT, type ExitCode } from '../exit.js';

/** What became of a run of apply, to scripts. */
export function exitOfReport(report: ApplyReport): ExitCode {
  if (isSuccess(report)) return EXIT.success;
  const { type } = report.ending;
  if (type === 'interrupted') return EXIT.interrupted;
  if (type === 'max-writes' || type === 'needs-longer') return EXIT.partial;
  return isUntouched(report) ? EXIT.failure : EXIT.partial;
}

/** True if no write call was made: it failed before anything was sent. */
function isUntouched({ calendars }: ApplyReport): boolean {
  return calendars.every(({ calls, outcome }) => calls.writes === 0 && outcome !== 'differs');
}
