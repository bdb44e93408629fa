/**
 * Says whether a machine must ask to be woken at another moment than it has asked for.
 *
 * Deadlines mostly move away (each frame puts off the next ping), and to be woken early costs less than to move a timer at
 * each frame: only an earlier deadline, a wake that has been used up, or an end is worth an effect.
 */
export function wakeMoves(asked: number | null, deadline: number | null, now: number): boolean {
  if (asked === null || deadline === null) return asked !== deadline;
  return deadline < asked || asked <= now;
}
