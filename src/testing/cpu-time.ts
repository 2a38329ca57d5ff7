/** Milliseconds that the processor is busy with it: those that pass depend on what else the machine does. */
export async function measureCpu(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
