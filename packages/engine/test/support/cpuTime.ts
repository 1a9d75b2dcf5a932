/** Milliseconds of this process's own work since `started`: what other processes do meanwhile does not count. */
export function cpuMsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
