import * as fc from 'fast-check';
import { expect } from 'vitest';
import { command, dates, lengths, minutes } from './command.js';
import { timestamp } from './minuteModel.js';
import { ADDRESS, type Answer, idOf } from './testClient.js';

const calendarBreaks = fc.record({ date: dates, from: minutes, length: lengths });

const newBreaks = calendarBreaks.map(({ date, from, length }) =>
  command(`break ${timestamp(date, from)} for ${length}`, async (model, client) => {
    const to = from + length;
    const body = { since: timestamp(date, from), till: timestamp(date, to) };
    const answer = await client.send('POST', `${ADDRESS}/breaks`, body);
    const known = model.breaks.some(
      (one) => one.date === date && one.from === from && one.to === to,
    );
    expect(answer.status).toBe(known ? 409 : 201);
    if (!known) model.breaks.push({ id: idOf(answer), date, from, to });
  }),
);

const breakMoves = fc.tuple(fc.nat(), calendarBreaks).map(([nth, { date, from, length }]) =>
  command(`move break #${nth} to ${timestamp(date, from)}`, async (model, client) => {
    const old = model.breaks[nth % Math.max(1, model.breaks.length)];
    if (old === undefined) return;
    const to = from + length;
    const same = old.date === date && old.from === from && old.to === to;
    const body = { since: timestamp(date, from), till: timestamp(date, to) };
    const answer = await client.send('PATCH', `${ADDRESS}/breaks/${old.id}`, body);
    expect(answer.status).toBe(same ? 422 : 204);
    model.breaks = model.breaks.map((one) => (one === old ? { id: old.id, date, from, to } : one));
  }),
);

const breakDeletions = fc.nat().map((nth) =>
  command(`delete break #${nth}`, async (model, client) => {
    const calendarBreak = model.breaks[nth % Math.max(1, model.breaks.length)];
    if (calendarBreak === undefined) return;
    const path = `${ADDRESS}/breaks/${calendarBreak.id}`;
    const answers: readonly Answer[] = [await client.send('DELETE', path), await client.get(path)];
    expect(answers.map((answer) => answer.status)).toEqual([204, 404]);
    model.breaks = model.breaks.filter((one) => one !== calendarBreak);
  }),
);

export const breakCommands = [newBreaks, breakMoves, breakDeletions];
