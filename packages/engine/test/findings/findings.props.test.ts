import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeDocument, type Finding, SEVERITY } from '../../src/index.js';
import { type ClinicCase, clinicCase } from '../../src/testing/index.js';
import { runs, setUp } from '../laws/case.js';

function forAllDocuments(
  law: (result: ReturnType<typeof computeDocument>) => void,
  change: (given: ClinicCase) => ClinicCase = (given) => given,
): void {
  fc.assert(
    fc.property(clinicCase({ longest: 9 }), (given) => {
      const { document, horizon, now } = setUp(change(given));
      law(computeDocument(document, horizon, now, []));
    }),
    { numRuns: runs(150) },
  );
}

const key = ({ code, start, end, ids }: Finding): string =>
  JSON.stringify([code, start, end, ids.toSorted()]);

test('every finding is one sentence that names what it is about', () => {
  forAllDocuments(({ findings }) => {
    for (const { code, severity, ids, message } of findings) {
      expect(severity).toBe(SEVERITY[code]);
      expect(message).toMatch(/^[A-Z0-9][^\n]*[^.\s]\.$/);
      expect(message.replaceAll(/\d\.\d/g, '')).not.toMatch(/[.!?]\s/);
      for (const id of ids) expect(message).toContain(id);
    }
  });
});

test('every finding is about time of the horizon, but for what was cut off it, and dates to come', () => {
  forAllDocuments(({ calendars }) => {
    for (const { dates, findings } of calendars) {
      const [first, last] = [dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0];
      for (const { code, start, end } of findings) {
        expect(start).toBeLessThanOrEqual(end);
        if (code === 'horizon-clipped') expect(start).toBe(last);
        else if (code === 'dst-gap' || code === 'dst-fold')
          expect(start < last && end >= first).toBe(true);
        else if (code === 'exdate-without-effect' || code === 'start-not-in-rule') {
          expect(start).toBeGreaterThanOrEqual(first);
        } else expect(start < last && end > first).toBe(true);
      }
    }
  });
});

test('findings are in order, under calendars of the document, and none comes twice', () => {
  forAllDocuments(({ calendars, findings }) => {
    expect(findings).toEqual(calendars.flatMap((each) => each.findings));
    for (const { calendar, findings: own } of calendars) {
      expect(own.every((each) => each.calendar === calendar.id)).toBe(true);
      const sorted = own.toSorted(
        (a, b) =>
          a.start - b.start ||
          (a.code < b.code ? -1 : Number(a.code > b.code)) ||
          (a.ids.join('\0') < b.ids.join('\0') ? -1 : Number(a.ids.join('\0') > b.ids.join('\0'))),
      );
      expect(own.map(key)).toEqual(sorted.map(key));
      expect(new Set(own.map(key)).size).toBe(own.length);
    }
  });
});

test('free text, which may be about a patient, is in no finding', () => {
  const TEXT = 'Jane Roe\nborn 1980';
  const withText = ({ document, horizon }: ClinicCase): ClinicCase => ({
    horizon,
    document: {
      ...document,
      closures: (document.closures ?? []).map((each) => ({ ...each, reason: TEXT })),
      calendars: document.calendars.map((each) => ({
        ...each,
        services: each.services.map((service) => ({ ...service, name: TEXT })),
        breaks: (each.breaks ?? []).map((pause) => ({ ...pause, description: TEXT })),
      })),
    },
  });
  forAllDocuments(({ findings }) => {
    expect(findings.filter(({ message, ids }) => /Roe|born/.test(message + ids))).toEqual([]);
  }, withText);
});
