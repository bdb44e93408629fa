/** Whoever signs in: a member of staff, as the demo's sign-in page lists them, or somebody of a family. */
export interface Practitioner {
  readonly id: string;
  readonly name: string;
  readonly hub: string | null;
  readonly agency: string;
  readonly role: string;
  /** Whether they are somebody of a family. */
  readonly ofFamily?: boolean;
}

// Whom the server knows by these roles, as its API names them, is of a family.
const familyRoles: readonly string[] = ['FAMILY_ADULT', 'CHILD_YP'];

/** Tells whether one of these roles is that of a family's own people. */
export const isFamilyRole = (roles: readonly { readonly code: string | null }[]): boolean =>
  roles.some(({ code }) => code !== null && familyRoles.includes(code));

/**
 * Whether this device may keep anything of theirs. A family's device is often shared within it, also with whom they are
 * not safe from: of a family's own people nothing outlives the tab.
 */
export const isKeptOnDevice = ({ ofFamily = false }: Practitioner): boolean => !ofFamily;

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
