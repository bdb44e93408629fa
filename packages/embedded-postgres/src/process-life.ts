/** Whether a process of this number runs, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * Asks again and again until there is an answer; `undefined` when the time is over.
 *
 * PostgreSQL tells nobody that it has started or ended: one has to look.
 */
export const awaited = async <T>(
  look: () => Promise<T | undefined> | T | undefined,
  milliseconds: number,
): Promise<T | undefined> => {
  const until = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined || performance.now() >= until) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
