/** Turns an offset in UTF-8 bytes into one in UTF-16 units, as JavaScript counts. */
export type FromBytes = (bytes: number) => number;

/** Of one text. Where it is pure ASCII, both are the same. */
export function fromBytes(text: string): FromBytes {
  const bytes = Buffer.byteLength(text);
  if (bytes === text.length) return (offset) => offset;
  const units = new Uint32Array(bytes + 1);
  let at = 0;
  let unit = 0;
  for (const character of text) {
    const width = Buffer.byteLength(character);
    units.fill(unit, at, at + width);
    at += width;
    unit += character.length;
  }
  units[bytes] = unit;
  return (offset) => units[Math.min(offset, bytes)] ?? 0;
}

/** Turns an offset in code points into one in UTF-16 units. */
export function fromCodePoints(text: string, points: number): number {
  let unit = 0;
  let left = points;
  for (const character of text) {
    if (left === 0) break;
    unit += character.length;
    left -= 1;
  }
  return unit;
}
