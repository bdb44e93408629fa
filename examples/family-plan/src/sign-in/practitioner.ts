/** A member of staff of the demo authority, as the sign-in page lists them. */
export interface Practitioner {
  readonly id: string;
  readonly name: string;
  readonly hub: string | null;
  readonly agency: string;
  readonly role: string;
}

/** Tells whether what the server sent is a list of practitioners. */
export function isPractitioners(value: unknown): value is readonly Practitioner[] {
  return Array.isArray(value) && value.every(isPractitioner);
}

/** Tells whether a value is a practitioner. */
export function isPractitioner(value: unknown): value is Practitioner {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, hub, agency, role } = value as Record<keyof Practitioner, unknown>;
  return (
    [id, name, agency, role].every((part) => typeof part === 'string') && (hub === null || typeof hub === 'string')
  );
}

/** Those whose name, hub, agency or role holds every word of what was typed. */
export function findPractitioners(all: readonly Practitioner[], typed: string): readonly Practitioner[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter(({ name, hub, agency, role }) => {
    const text = [name, hub ?? '', agency, role].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
