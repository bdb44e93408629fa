import type { Json } from '@caseweave/record';

/** Reads JSON that the server or this device wrote; what cannot be read is nothing. */
export function parsedJson(text: string | null | undefined): Json {
  if (text === null || text === undefined) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
