import { commandSchema, type DecisionCommand } from './command.ts';
import { type DecisionRefusal, refusalOf } from './refusal.ts';

/** What was made of JSON that should be a command. */
export type ParsedCommand =
  | { readonly type: 'command'; readonly command: DecisionCommand }
  | { readonly type: 'refused'; readonly refusals: readonly DecisionRefusal[] };

/** Reads a command from JSON of any origin: its form alone is judged, not whether it may be carried out. */
export function parseCommand(json: unknown): ParsedCommand {
  const parsed = commandSchema.safeParse(json);
  if (parsed.success) return { type: 'command', command: parsed.data };
  // What is wrong is for whoever made the app; the path names fields of the command and never what stands in them.
  const faults = parsed.error.issues.map(({ code, path, message }) => {
    const fault = code === 'unrecognized_keys' ? 'has a member that is not known here' : message;
    return `${path.join('.') || 'the command'}: ${fault}`;
  });
  return { type: 'refused', refusals: faults.map((fault) => refusalOf('malformed', { stands: fault })) };
}
