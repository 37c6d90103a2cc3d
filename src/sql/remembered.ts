/** Remembers what a pure function of a text gave. Only so many characters of texts are kept; the oldest go first. */
export function remembered<T>(compute: (text: string) => T, characters: number): (text: string) => T {
  const known = new Map<string, T>();
  let kept = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = compute(text);
    known.set(text, made);
    kept += text.length;
    for (const oldest of known.keys()) {
      if (kept <= characters) break;
      known.delete(oldest);
      kept -= oldest.length;
    }
    return made;
  };
}
