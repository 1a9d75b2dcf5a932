/** Starts the process's clock at SLOTWRIGHT_TEST_CLOCK, to show that no answer depends on it. */
const start = process.env.SLOTWRIGHT_TEST_CLOCK;
/** Files of one process share its clock: it is set once. */
const SHIFTED = Symbol.for('slotwright.test.clock');

if (start !== undefined && !Reflect.has(globalThis, SHIFTED)) {
  Reflect.set(globalThis, SHIFTED, true);
  const RealDate = Date;
  const shift = RealDate.parse(start) - RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, newTarget),
    get: (target, key) =>
      key === 'now' ? () => RealDate.now() + shift : Reflect.get(target, key, target),
  });
}
