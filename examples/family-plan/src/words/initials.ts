/** `AP` for Asha Patel; the whole name stays in the title and for screen readers. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.at(0) ?? '');
  return letters.join('').toUpperCase();
}

// Each has a contrast of at least 4.5 to white.
const colours = ['#1d70b8', '#00703c', '#912b88', '#b10e1e', '#0b6e78', '#6f4a06', '#4c2c92', '#a83c00'] as const;

/** A colour for somebody, the same on every device. */
export function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return colours[sum % colours.length] ?? colours[0];
}
