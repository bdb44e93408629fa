/** What the server and the documentation of the copy make of what was added to it. */
export interface SaidInTheCopy {
  readonly school: {
    readonly names: readonly string[];
    readonly acts: unknown;
    /** The section as the demonstration filled it, and once the lead had written in it. */
    readonly filled: unknown;
    readonly received: unknown;
  };
  readonly housing: { readonly names: readonly string[] };
  readonly answers: Readonly<Record<'added' | 'asLead' | 'asHousing' | 'refused' | 'handedOver' | 'after', unknown>>;
  readonly people: { readonly lead: string; readonly school: string };
  readonly pages: { readonly record: string; readonly rights: string };
}
