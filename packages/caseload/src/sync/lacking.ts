import type { SectionId, WantedSection } from '@caseweave/protocol';
import type { Desk } from '../desk.ts';
import { vectorOf } from '../documents/build-document.ts';

/** Compares the store with a manifest that it has taken in: what to ask the server for. */
export async function lacking(desk: Desk): Promise<readonly WantedSection[]> {
  const wanted: WantedSection[] = [];
  for (const { section, held, pending } of desk.mirror.sections.values()) {
    // The server has not heard of it yet.
    if (pending) continue;
    wanted.push({ section, vector: held ? await vector(desk, section) : null });
  }
  return wanted;
}

async function vector(desk: Desk, section: SectionId): Promise<Uint8Array | null> {
  try {
    return vectorOf(await desk.options.store.base(section));
  } catch {
    // It cannot be read: all of it is asked for.
    return null;
  }
}
