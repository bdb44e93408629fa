interface Members {
  readonly [name: string]: unknown;
}

/** A view in which some values are others. */
export function patchedView(
  view: unknown,
  patch: (path: string, entity: string, value: unknown) => unknown,
): { readonly [name: string]: unknown } {
  const patchedRow = (group: string, row: Members): Members => {
    const entity = String(row['id']);
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        name === 'id' ? value : patch(`${group}.${name}`, entity, value),
      ]),
    );
  };
  const isRows = (value: unknown): value is readonly Members[] =>
    Array.isArray(value) && value.every((row: unknown) => typeof row === 'object' && row !== null && 'id' in row);
  return Object.fromEntries(
    Object.entries(view as Members).map(([name, value]) =>
      isRows(value) ? [name, value.map((row) => patchedRow(name, row))] : [name, patch(name, '', value)],
    ),
  );
}
