/** The median time of a call in milliseconds: as many calls as fit into the budget, at least five. */
export function medianMs(call, budgetMs = 1500) {
  for (let warm = 0; warm < 3; warm += 1) call();
  const times = [];
  const deadline = performance.now() + budgetMs;
  while (times.length < 5 || (performance.now() < deadline && times.length < 500)) {
    const started = performance.now();
    call();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1];
}

export const ms = (value) => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`;
export const micros = (value) => `${(value * 1000).toFixed(1)} µs`;
export const times = (value) => `${value.toFixed(1)}x`;

/** Prints rows under a header, columns aligned. */
export function table(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map((row) => String(row[column]).length)),
  );
  for (const row of all) {
    console.log(row.map((cell, column) => String(cell).padStart(widths[column])).join('  '));
  }
}
